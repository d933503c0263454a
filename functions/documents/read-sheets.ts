import type { Sheet } from './documents'
import { readCsv } from './read-csv'
import { readXlsx } from './read-xlsx'

const starts = (bytes: Buffer, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)

/** Sheets of a file by what its first bytes say, whatever its name ends in. Old .xls files (and .et, .doc) are refused. */
export async function readSheets(fileName: string, bytes: Buffer): Promise<Sheet[] | undefined> {
  if (starts(bytes, 0x50, 0x4b)) return readXlsx(bytes)
  if (bytes.length === 0 || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return undefined
  return readCsv(fileName, bytes)
}
