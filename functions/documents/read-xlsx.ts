import { setImmediate } from 'node:timers/promises'
import { type NumberFormat, numberFormat } from './cell-text'
import type { Sheet } from './documents'
import { readWorksheet, unescaped, type Workbook } from './read-worksheet'
import { unzip } from './unzip'
import { attribute, xmlPieces } from './xml'

/** The parts that hold cells. Pictures, comments, charts and macros are not even unpacked. */
const isWanted = (name: string) =>
  /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedstrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i.test(name)

/** Shared strings in order. Readings printed above characters (`rPh`) are not part of the text. */
function sharedStringsOf(xml: string): string[] {
  const strings: string[] = []
  let text = ''
  let [isText, isReading] = [false, false]
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (isText && !isReading) text += piece.text
    } else if (piece.name === 't') isText = piece.kind === 'open'
    else if (piece.name === 'rPh') isReading = piece.kind === 'open'
    else if (piece.name === 'si') {
      if (piece.kind === 'close') strings.push(unescaped(text))
      text = ''
    }
  }
  return strings
}

/** Number formats by style number. */
function formatsOf(xml: string): NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let isCellStyle = false
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') continue
    const id = Number(attribute(piece.attributes, 'numFmtId') ?? 0)
    if (piece.name === 'cellXfs') isCellStyle = piece.kind === 'open'
    else if (piece.kind === 'close') continue
    else if (piece.name === 'numFmt') codes.set(id, attribute(piece.attributes, 'formatCode') ?? '')
    else if (piece.name === 'xf' && isCellStyle) formats.push(numberFormat(id, codes.get(id)))
  }
  return formats
}

/** Where the parts of a workbook lie, by the id that it refers to them by. */
function targetsOf(xml: string): Map<string, string> {
  const targets = new Map<string, string>()
  for (const piece of xmlPieces(xml)) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue
    const target = attribute(piece.attributes, 'Target') ?? ''
    const name = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    targets.set(attribute(piece.attributes, 'Id') ?? '', name.toLowerCase())
  }
  return targets
}

/**
 * The visible sheets of an xlsx file, read straight from its XML: no object is made of anything but cells, so that ranges
 * over whole columns (validations, names, formats) cost nothing. Undefined when it is none, is broken, or would do harm.
 */
export async function readXlsx(bytes: Buffer): Promise<Sheet[] | undefined> {
  const parts = await unzip(bytes, isWanted)
  const byName = new Map([...(parts ?? [])].map(([name, body]) => [name.toLowerCase(), body]))
  const textOf = (name: string) => byName.get(name)?.toString('utf8') ?? ''
  const workbookXml = textOf('xl/workbook.xml')
  if (!/<(?:[\w.-]+:)?workbook[\s>]/.test(workbookXml)) return undefined
  const book: Workbook = {
    sharedStrings: sharedStringsOf(textOf('xl/sharedstrings.xml')),
    formats: formatsOf(textOf('xl/styles.xml')),
    is1904: /date1904\s*=\s*["'](1|true)["']/.test(workbookXml),
  }
  const targets = targetsOf(textOf('xl/_rels/workbook.xml.rels'))
  const sheets: Sheet[] = []
  for (const piece of xmlPieces(workbookXml)) {
    if (piece.kind !== 'open' || piece.name !== 'sheet') continue
    const isHidden = (attribute(piece.attributes, 'state') ?? 'visible') !== 'visible'
    const part = byName.get(targets.get(attribute(piece.attributes, 'id') ?? '') ?? '')
    if (isHidden || !part) continue
    // other calls get their turn between sheets
    await setImmediate()
    const rows = readWorksheet(part.toString('utf8'), book)
    if (!rows) return undefined
    sheets.push({ name: attribute(piece.attributes, 'name') ?? '', rows })
  }
  return sheets.length > 0 ? sheets : undefined
}
