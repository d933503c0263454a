import type { Sheet, SheetRow } from './documents'
import { mostRowsRead } from './read-worksheet'

/** What no text has: control characters, and what GB18030 makes of bytes that stand for nothing (private use). */
const isNoText = /(?![\t\n\v\f\r])\p{Cc}|\p{Co}|\ufffd/u

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return isNoText.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/** Text of a file from Excel, WPS or an HR system: UTF-16 by its mark, else UTF-8, else GB18030 (GBK, GB2312). */
function textOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be')
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
}

const separators = [',', ';', '\t'] as const

/** The separator that the first lines have most of, outside quotes. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = separators.map((separator) => head.split(separator).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

/** RFC 4180: cells may be quoted, then they may hold separators, line ends and doubled quotes. */
function recordsOf(text: string, separator: string): string[][] {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      let close = text.indexOf('"', ++at)
      while (close >= 0 && text[close + 1] === '"') {
        cell += text.slice(at, close + 1)
        at = close + 2
        close = text.indexOf('"', at)
      }
      // a quote that nobody closed reaches to the end
      cell += text.slice(at, close < 0 ? text.length : close)
      at = close < 0 ? text.length : close + 1
    }
    const rest = at
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
    record.push(cell + text.slice(rest, at))
    if (text[at] === separator) {
      at++
      if (at < text.length) continue
      record.push('')
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
    records.push(record)
    record = []
  }
  return records
}

/** `="0012"` and `'0012` are how people keep zeros in a csv file. */
function unguarded(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell.replace(/^'(?=[\d=+@-])/, '')
}

/** The one sheet of a csv file, named like the file; undefined when the bytes are no text. */
export function readCsv(fileName: string, bytes: Buffer): Sheet[] | undefined {
  const text = textOf(bytes)
  if (text === undefined || /^\s*</.test(text)) return undefined
  const told = /^sep=(.)\r?\n/i.exec(text)
  const body = told ? text.slice(told[0].length) : text
  const rows: SheetRow[] = []
  for (const [i, record] of recordsOf(body, told?.[1] ?? separatorOf(body)).entries()) {
    const cells = record.map(unguarded)
    while (cells.at(-1)?.trim() === '') cells.pop()
    if (cells.length > 0 && rows.length < mostRowsRead) rows.push({ line: i + 1, cells })
  }
  return [{ name: fileName.replace(/\.[^.]*$/, ''), rows }]
}
