/** One row of a sheet: its line as the spreadsheet program counts, and its cells as text. */
export interface SheetRow {
  line: number
  cells: string[]
}

/** A sheet as read: merged cells carry their value in every cell they cover. */
export interface Sheet {
  name: string
  rows: SheetRow[]
}

/** A label for a door or an asset: what the code says and what people read. */
export interface DoorLabel {
  url: string
  humanCode: string
  name: string
  place: string
  /** 可容纳 20 人, or an asset's number; may be empty. */
  detail: string
  /** What scanning it is good for. */
  hint: string
}

/** A table for a workbook: one header row, then the rows. */
export interface Table {
  name: string
  header: string[]
  rows: (string | number)[][]
}

/** The heavy work on files. Only the web function carries it; the WeChat function stays small without. */
export interface Documents {
  /** Sheets of an xlsx or csv file (UTF-8 or GB18030); undefined when it is neither. */
  readSheets(fileName: string, bytes: Buffer): Promise<Sheet[] | undefined>
  writeWorkbook(tables: readonly Table[]): Promise<Buffer>
  /** A4 sheet of labels as PDF. */
  doorLabels(labels: readonly DoorLabel[]): Promise<Buffer>
  /** The picture as WebP without metadata, at most 1600 pixels wide; undefined when it is no JPEG, PNG or WebP. */
  reencodePicture(bytes: Buffer): Promise<Buffer | undefined>
  /** Full pinyin and initials of a Chinese text, lower case without tones or spaces: `zhangwei`, `zw`. */
  pinyinOf(text: string): { pinyin: string; initials: string }
}

/** Thrown when a procedure needs documents where there are none. */
export class NeedsConsole extends Error {}

/** The documents of this host, or a NeedsConsole that becomes the refusal of that name. */
export function documentsOf(cloud: { documents?: Documents }): Documents {
  if (!cloud.documents) throw new NeedsConsole('this host has no documents')
  return cloud.documents
}
