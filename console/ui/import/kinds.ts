import type { ReactElement, ReactNode } from 'react'
import type { RowRemark } from '../../../contract/people'

/** Every row of a sheet knows the line it stands in, counted as the spreadsheet program counts. */
export interface Lined {
  line: number
  /** Its sheet, when more than one was read. */
  sheet?: string
  /** Which row of its line, where a line of the sheet holds several; counted from 0. */
  part?: number
}

type Read<Row extends Lined> = Row & { change: 'new' | 'changed' | 'same'; changedFields: string[] }

/** What the cloud understood of a sheet; the same for people and for rooms. */
export interface SheetPreview<Row extends Lined, Missing> {
  sheet: string
  columns: { header: string; field: string }[]
  rows: Read<Row>[]
  remarks: RowRemark[]
  unreadable: (Lined & { cells: string[]; said: Record<string, string[]> })[]
  missing: Missing[]
}

/** One column of the check: how a row shows it and how it is corrected. */
export interface SheetColumn<Row extends Lined> {
  /** The field's name in the contract; remarks and changed fields are found by it. */
  field: string
  title: string
  width: number
  show: (row: Row) => ReactNode
  edit?: (row: Row, change: (part: Partial<Row>) => void) => ReactElement
}

/** Where a line of the sheet stands in the check. */
export type LineKind = 'new' | 'changed' | 'same' | 'unreadable'

export interface Line<Row extends Lined> extends Lined {
  /** Sheet, line and part together: what tells lines apart. */
  key: string
  kind: LineKind
  /** What will be imported; absent as long as the line cannot be read. */
  row?: Row
  /** What stands in a line that could not be read, cell by cell and by field. */
  cells: string[]
  said: Record<string, string[]>
  changedFields: string[]
  remarks: RowRemark[]
  isEdited: boolean
  isTaken: boolean
}

/** Sheet and line as one text, with the part when it is not the first: remarks on a line stand with its first row. */
export const keyOf = ({ sheet, line, part }: Lined): string => `${sheet ?? ''} ${line}${part ? `-${part}` : ''}`

/** 第 5 行, or “南院”第 5 行 where several sheets were read. */
export const placeText = ({ sheet, line }: Lined): string => `${sheet ? `“${sheet}”` : ''}第 ${line} 行`

/** What a line that could not be read says of a field, column by column. */
export type Said = (field: string) => string[]
