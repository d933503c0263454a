import { useMemo, useState } from 'react'
import type { RowRemark } from '../../../contract/people'
import { keyOf, type Line, type Lined, type SheetPreview } from './kinds'

export interface Lines<Row extends Lined> {
  all: Line<Row>[]
  /** The rows that will be imported. */
  taken: Row[]
  /** Remarks on lines that are no entries: sums, notes at the foot. */
  aside: RowRemark[]
  edit: (key: string, row: Row) => void
  /** Back to what was read. */
  restore: (key: string) => void
  setTaken: (keys: readonly string[], isTaken: boolean) => void
}

/** The lines of a sheet under correction: what was read, what the clerk changed, what the clerk left out. */
export function useLines<Row extends Lined>(preview: SheetPreview<Row, unknown>): Lines<Row> {
  const [edits, setEdits] = useState<ReadonlyMap<string, Row>>(new Map())
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())

  const { all, aside } = useMemo(() => {
    const remarks = new Map<string, RowRemark[]>()
    for (const remark of preview.remarks) {
      remarks.set(keyOf(remark), [...(remarks.get(keyOf(remark)) ?? []), remark])
    }
    const common = ({ line, sheet, part }: Lined) => {
      const key = keyOf({ line, sheet, part })
      return { key, line, sheet, remarks: remarks.get(key) ?? [], isEdited: edits.has(key) }
    }
    const readable = preview.rows.map(({ change, changedFields, ...rest }): Line<Row> => {
      const read = rest as unknown as Row // what is left of Row & {change, changedFields} is Row; TypeScript cannot subtract
      const line = common(read)
      const row = edits.get(line.key) ?? read
      return { ...line, kind: change, row, cells: [], said: {}, changedFields, isTaken: !left.has(line.key) }
    })
    const unreadable = preview.unreadable.map(({ cells, said, ...place }): Line<Row> => {
      const line = common(place)
      const row = edits.get(line.key)
      const isTaken = Boolean(row) && !left.has(line.key)
      return { ...line, kind: 'unreadable', row, cells, said, changedFields: [], isTaken }
    })
    const order = [...new Set([...preview.rows, ...preview.unreadable].map(({ sheet }) => sheet ?? ''))]
    const place = ({ sheet = '' }: Lined) => order.indexOf(sheet)
    const lines = [...readable, ...unreadable].sort((a, b) => place(a) - place(b) || a.line - b.line)
    const known = new Set(lines.map(({ key }) => key))
    return { all: lines, aside: preview.remarks.filter((remark) => !known.has(keyOf(remark))) }
  }, [preview, edits, left])

  const taken = useMemo(() => all.flatMap(({ row, isTaken }) => (row && isTaken ? [row] : [])), [all])

  return {
    all,
    taken,
    aside,
    edit: (key, row) => setEdits(new Map(edits).set(key, row)),
    restore: (key) => setEdits(new Map([...edits].filter(([edited]) => edited !== key))),
    setTaken: (keys, isTaken) => {
      const next = new Set(left)
      for (const key of keys) isTaken ? next.delete(key) : next.add(key)
      setLeft(next)
    },
  }
}
