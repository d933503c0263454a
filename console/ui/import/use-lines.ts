import { useMemo, useState } from 'react'
import type { RowRemark } from '../../../contract/people'
import type { Line, Lined, SheetPreview } from './kinds'

export interface Lines<Row extends Lined> {
  all: Line<Row>[]
  /** The rows that will be imported. */
  taken: Row[]
  edit: (line: number, row: Row) => void
  /** Back to what was read. */
  restore: (line: number) => void
  setTaken: (lines: readonly number[], isTaken: boolean) => void
}

/** The lines of a sheet under correction: what was read, what the clerk changed, what the clerk left out. */
export function useLines<Row extends Lined>(preview: SheetPreview<Row, unknown>): Lines<Row> {
  const [edits, setEdits] = useState<ReadonlyMap<number, Row>>(new Map())
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())

  const all = useMemo(() => {
    const remarks = new Map<number, RowRemark[]>()
    for (const remark of preview.remarks) remarks.set(remark.line, [...(remarks.get(remark.line) ?? []), remark])
    const remarksOf = (line: number) => remarks.get(line) ?? []
    const readable = preview.rows.map(({ change, changedFields, ...rest }): Line<Row> => {
      const read = rest as unknown as Row // what is left of Row & {change, changedFields} is Row; TypeScript cannot subtract
      return {
        line: read.line,
        kind: change,
        row: edits.get(read.line) ?? read,
        cells: [],
        changedFields,
        remarks: remarksOf(read.line),
        isEdited: edits.has(read.line),
        isTaken: !left.has(read.line),
      }
    })
    const unreadable = preview.unreadable.map(
      ({ line, cells }): Line<Row> => ({
        line,
        kind: 'unreadable',
        row: edits.get(line),
        cells,
        changedFields: [],
        remarks: remarksOf(line),
        isEdited: edits.has(line),
        isTaken: edits.has(line) && !left.has(line),
      }),
    )
    return [...readable, ...unreadable].sort((a, b) => a.line - b.line)
  }, [preview, edits, left])

  const taken = useMemo(() => all.flatMap(({ row, isTaken }) => (row && isTaken ? [row] : [])), [all])

  return {
    all,
    taken,
    edit: (line, row) => setEdits(new Map(edits).set(line, row)),
    restore: (line) => setEdits(new Map([...edits].filter(([edited]) => edited !== line))),
    setTaken: (lines, isTaken) => {
      const next = new Set(left)
      for (const line of lines) isTaken ? next.delete(line) : next.add(line)
      setLeft(next)
    },
  }
}
