import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { nodeDocuments } from '../functions/documents/node-documents'
import { unzip } from '../functions/documents/unzip'
import { xlsxOf } from './support/sheet-file'
import { timesSlower } from './support/slower'
import { zipUnpacked } from './support/zip-unpacked'

const { readSheets } = nodeDocuments()
const cellsOf = async (fileName: string, bytes: Buffer) =>
  (await readSheets(fileName, bytes))?.[0]?.rows.map((row) => row.cells)

describe('a sheet as somebody typed it', () => {
  test('merged cells carry their value, dates, formulas and rich text read as they are seen', async () => {
    const bytes = await xlsxOf(
      {
        台账: [
          ['标题', null, null],
          ['综合楼', new Date('2026-03-01T00:00:00Z'), { formula: 'A1', result: 12.5 }],
          [null, new Date('1899-12-30T08:30:00Z'), { richText: [{ text: '张' }, { text: '伟' }] }],
          [],
          [13800000012, 0.1 + 0.2, true],
        ],
      },
      (sheet) => {
        sheet.mergeCells('A1:C1')
        sheet.mergeCells('A2:A3')
      },
    )
    const [sheet] = (await readSheets('台账.xlsx', bytes)) ?? []
    expect(sheet?.name).toBe('台账')
    expect(sheet?.rows).toEqual([
      { line: 1, cells: ['标题', '标题', '标题'] },
      { line: 2, cells: ['综合楼', '2026-03-01', '12.5'] },
      { line: 3, cells: ['综合楼', '08:30', '张伟'] },
      { line: 5, cells: ['13800000012', '0.3', '是'] },
    ])
  })

  test('a number formatted with zeros keeps them, and hidden sheets are not read', async () => {
    const bytes = await xlsxOf({ 甲: [[13]], 乙: [['x']] }, (sheet) => {
      sheet.getCell('A1').numFmt = '0000'
      if (sheet.name === '乙') sheet.state = 'hidden'
    })
    expect(await readSheets('a.xlsx', bytes)).toEqual([{ name: '甲', rows: [{ line: 1, cells: ['0013'] }] }])
  })

  test('20,000 rows are read', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [
      String(i).padStart(5, '0'),
      `张伟${i}`,
      '院办公室',
      13800000000 + i,
    ])
    const bytes = await xlsxOf({ 花名册: rows })
    expect((await cellsOf('a.xlsx', bytes))?.at(-1)).toEqual(['19999', '张伟19999', '院办公室', '13800019999'])
  })
})

describe('csv', () => {
  const gbk = Buffer.from('b9a4bac52cd0d5c3fb0d0a303031322cd5c5ceb00d0a', 'hex')

  test('is read in GBK, UTF-8 with and without mark, and UTF-16', async () => {
    const expected = [
      ['工号', '姓名'],
      ['0012', '张伟'],
    ]
    const text = '工号,姓名\r\n0012,张伟\r\n'
    expect(await cellsOf('a.csv', gbk)).toEqual(expected)
    expect(await cellsOf('a.csv', Buffer.from(text))).toEqual(expected)
    expect(await cellsOf('a.csv', Buffer.from(`\ufeff${text}`))).toEqual(expected)
    expect(await cellsOf('a.txt', Buffer.from(`\ufeff${text.replaceAll(',', '\t')}`, 'utf16le'))).toEqual(expected)
  })

  test('quotes, separators and the tricks that keep zeros', async () => {
    expect(await cellsOf('a.csv', Buffer.from('a;"b;c";"d ""e"""\n\n="0012";\'0013;"two\r\nlines"'))).toEqual([
      ['a', 'b;c', 'd "e"'],
      ['0012', '0013', 'two\r\nlines'],
    ])
    expect((await readSheets('a.csv', Buffer.from('a\n\nb')))?.[0]?.rows.map(({ line }) => line)).toEqual([1, 3])
  })

  test('any table comes back as it was written', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '张', ',', '"', '\n', '\r', ';', ' ', '0') })
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            cell.map((text) => `x${text}`),
            { minLength: 2, maxLength: 4 },
          ),
          { minLength: 1, maxLength: 5 },
        ),
        async (rows) => {
          const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n')
          expect(await cellsOf('a.csv', Buffer.from(text))).toEqual(rows)
        },
      ),
    )
  })
})

describe('files that are no sheets', () => {
  const relations = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>`
  const workbook = (more = ''): [string, Buffer][] => [
    [
      'xl/workbook.xml',
      Buffer.from(`<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>${more}</workbook>`),
    ],
    ['xl/_rels/workbook.xml.rels', Buffer.from(relations)],
  ]
  const sheetXml = (inner: string) =>
    zipUnpacked(
      new Map([
        ...workbook(),
        ['xl/worksheets/sheet1.xml', Buffer.from(`<worksheet><sheetData>${inner}</sheetData></worksheet>`)],
      ]),
    )

  test.each([
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html><table></table></html>')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['half a zip', Buffer.from('504b0304140000000800', 'hex')],
    ['a row far below', sheetXml('<row r="4294967290"><c r="A4294967290"/></row>')],
  ])('%s is refused', async (_name, bytes) => {
    expect(await readSheets('a.xlsx', bytes)).toBeUndefined()
  })

  test('the same little workbook without such traps is read', async () => {
    const bytes = sheetXml('<row r="2"><c r="A2" t="str"><v>x</v></c></row>')
    expect(await readSheets('a.xlsx', bytes)).toEqual([{ name: 'a', rows: [{ line: 2, cells: ['x'] }] }])
  })

  test('ranges over everything cost nothing: merges, names, validations, formats', async () => {
    const sheetOver = (columns: string, merged: string, everything: string) =>
      zipUnpacked(
        new Map([
          ...workbook(`<definedNames><definedName name="x">a!${everything}</definedName></definedNames>`),
          [
            'xl/worksheets/sheet1.xml',
            Buffer.from(`<worksheet><cols><col min="1" max="${columns}"/></cols><sheetData><row r="1"><c r="A1"><v>7</v></c></row>
            <row r="3"><c r="B3"><v>8</v></c></row></sheetData><mergeCells><mergeCell ref="${merged}"/></mergeCells>
            <conditionalFormatting sqref="${everything}"/><dataValidation sqref="${everything}"/></worksheet>`),
          ],
        ]),
      )
    const all = sheetOver('2000000000', 'A1:B1048576', 'A1:XFD1048576')
    const few = sheetOver('2', 'A1:B3', 'A1:B3')
    const filled = ['7', '7']
    expect((await readSheets('a.xlsx', all))?.[0]?.rows).toEqual([1, 2, 3].map((line) => ({ line, cells: filled })))
    const read = (bytes: Buffer) => () => readSheets('a.xlsx', bytes)
    expect(await timesSlower(read(all), read(few))).toBeLessThan(20)
  })

  test('one long text in a million cells, and XML that never closes, are refused or passed over', async () => {
    const strings = Buffer.from(`<sst><si><t>${'x'.repeat(30_000)}</t></si></sst>`)
    const cells = '<c t="s"><v>0</v></c>'.repeat(100_000)
    const long = zipUnpacked(
      new Map([
        ...workbook(),
        ['xl/sharedStrings.xml', strings],
        ['xl/worksheets/sheet1.xml', Buffer.from(`<row>${cells}</row>`)],
      ]),
    )
    expect(await readSheets('a.xlsx', long)).toBeDefined()
    const tall = `<row><c t="s"><v>0</v></c></row>`.repeat(100_000)
    expect(
      await readSheets(
        'a.xlsx',
        zipUnpacked(
          new Map([...workbook(), ['xl/sharedStrings.xml', strings], ['xl/worksheets/sheet1.xml', Buffer.from(tall)]]),
        ),
      ),
    ).toBeUndefined()
    for (const open of ['<a ', '<!--', '<![CDATA[', '<a "', "<a b='", '<!', '</', '<a/ ', '&#', '<c t="s" ']) {
      const bytes = zipUnpacked(
        new Map([...workbook(), ['xl/worksheets/sheet1.xml', Buffer.from(open.repeat(400_000))]]),
      )
      expect((await readSheets('a.xlsx', bytes))?.[0]?.rows).toEqual([])
    }
  })

  test('a bomb is refused before it has unpacked, whatever size it claims', async () => {
    const packed = deflateRawSync(Buffer.concat([Buffer.from('<worksheet>'), Buffer.alloc(80 * 1024 * 1024, 32)]))
    const zip = zipUnpacked(new Map([...workbook(), ['xl/worksheets/sheet1.xml', packed]]))
    const central = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    zip.writeUInt16LE(8, central + 10)
    zip.writeUInt32LE(100, central + 24)
    expect(await readSheets('a.xlsx', zip)).toBeUndefined()
    expect(await unzip(zipUnpacked(new Map([['a', Buffer.from('b')]])), () => true)).toEqual(
      new Map([['a', Buffer.from('b')]]),
    )
  })

  test('bytes at random, and a workbook with bytes at random in it, never make it fall', async () => {
    const whole = await xlsxOf({
      花名册: [
        ['工号', '姓名'],
        ['0012', '张伟'],
      ],
    })
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.nat(whole.length),
        fc.boolean(),
        async (noise, at, isCut) => {
          await expect(readSheets('a', Buffer.from(noise))).resolves.not.toThrow()
          const spoilt = Buffer.from(whole)
          spoilt.set(noise.subarray(0, whole.length - at), at)
          await expect(readSheets('a', isCut ? whole.subarray(0, at) : spoilt)).resolves.not.toThrow()
        },
      ),
      { numRuns: 60 },
    )
  })
})
