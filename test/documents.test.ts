import sharp from 'sharp'
import { encode } from 'uqr'
import { nodeDocuments } from '../functions/documents/node-documents'
import { unzip } from '../functions/documents/unzip'
import { readPdf } from './support/pdf-text'

const { readSheets, writeWorkbook, doorLabels, reencodePicture, pinyinOf } = nodeDocuments()

test('a workbook keeps text as text, also when it looks like a formula or a number', async () => {
  const rows = [
    ['=1+1', '+86', '-1', '@SUM(A1)', '0012', 'a\u0000b\ud800'],
    [1, 2, 3, 4, 5, 6],
  ]
  const bytes = await writeWorkbook([{ name: '花名册[1]/全部', header: ['a', 'b', 'c', 'd', 'e', 'f'], rows }])
  expect((await readSheets('a.xlsx', bytes))?.[0]?.rows.slice(1).map((row) => row.cells)).toEqual([
    ['=1+1', '+86', '-1', '@SUM(A1)', '0012', 'ab'],
    ['1', '2', '3', '4', '5', '6'],
  ])
  const parts = await unzip(bytes, (name) => name.startsWith('xl/worksheets/'))
  const xml = [...(parts ?? []).values()].map(String).join('')
  expect(xml).toContain('<c ')
  expect(xml).not.toContain('<f>')
})

describe('door labels', () => {
  const label = (n: number) => ({
    url: `https://guanjia.example.org/r/abcdefghijklmnopqrst${String(n).padStart(2, '0')}`,
    humanCode: 'W2M7K9',
    name: `第一会议室（国际会议厅）${n}`,
    place: '本部 综合楼 10层',
    detail: '可容纳 150 人',
    hint: '扫码订会议室 · 签到 · 报修',
  })

  test('show Chinese and digits as they are, eight on a page', async () => {
    const pages = readPdf(await doorLabels(Array.from({ length: 9 }, (_, n) => label(n))))
    expect(pages).toHaveLength(2)
    const shown = pages.map(({ texts }) => texts.join('').replace(/\s/g, ''))
    expect(shown[0]).toContain('第一会议室（国际会议厅）7')
    expect(shown[0]).not.toContain('第一会议室（国际会议厅）8')
    expect(shown[1]).toContain('第一会议室（国际会议厅）8本部综合楼10层可容纳150人W2M7K9扫码订会议室·签到·报修')
    expect(shown.join('')).not.toContain('□')
  })

  test('carry the code of the link as squares', async () => {
    const { data, size } = encode(label(0).url, { ecc: 'M', border: 0 })
    const [page] = readPdf(await doorLabels([label(0)]))
    const squares = page?.squares ?? []
    const left = Math.min(...squares.map(({ x }) => x))
    const top = Math.min(...squares.map(({ y }) => y))
    const module = squares[0]?.size ?? 0
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
    for (const { x, y } of squares)
      (drawn[Math.round((y - top) / module)] ?? [])[Math.round((x - left) / module)] = true
    expect(drawn).toEqual(data)
    expect(module * size).toBeGreaterThan(100)
  })
})

describe('pictures', () => {
  const picture = (width: number) => sharp({ create: { width, height: 40, channels: 3, background: '#c33' } })

  test('become WebP at most 1600 wide without what the camera wrote', async () => {
    const jpeg = await picture(3000)
      .withExif({ IFD0: { Copyright: '某人', ImageDescription: 'secret place' } })
      .jpeg()
      .toBuffer()
    expect(jpeg.includes('secret place')).toBe(true)
    const webp = await reencodePicture(jpeg)
    expect(webp?.includes('secret place')).toBe(false)
    const { format, width, exif } = await sharp(webp).metadata()
    expect({ format, width, exif }).toEqual({ format: 'webp', width: 1600, exif: undefined })
  })

  test('other files, broken ones and gigantic ones are refused', async () => {
    const png = await picture(10).png().toBuffer()
    expect(await reencodePicture(png)).toBeDefined()
    expect(await reencodePicture(await picture(10).gif().toBuffer())).toBeUndefined()
    expect(await reencodePicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined()
    expect(await reencodePicture(png.subarray(0, png.length - 30))).toBeUndefined()
    const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    expect(await reencodePicture(huge)).toBeUndefined()
  })
})

test.each([
  ['欧阳娜娜', 'ouyangnana', 'oynn'],
  ['单雄信', 'shanxiongxin', 'sxx'],
  ['仇英', 'qiuying', 'qy'],
  ['吕布', 'lvbu', 'lb'],
  ['𠮷田', '𠮷tian', '𠮷t'],
  ['单证室', 'danzhengshi', 'dzs'],
  ['第一会议室（国际会议厅）', 'diyihuiyishiguojihuiyiting', 'dyhysgjhyt'],
  ['301会议室', '301huiyishi', '301hys'],
  ['John Smith', 'johnsmith', 'johnsmith'],
])('%s is %s, %s', (text, pinyin, initials) => {
  expect(pinyinOf(text)).toEqual({ pinyin, initials })
})
