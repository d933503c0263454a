import type { ClosedDay, DayNote, MenuRow } from '../../contract/canteen-files'
import { plainName } from '../documents/plain-text'
import type { Place, Reading, Remark } from '../documents/row-reader'

/** A line as a file says it. What it does not say stays as the draft has it: a sheet without prices takes none away. */
export interface ReadRow extends MenuRow {
  says: { prices: boolean; half: boolean; notes: boolean }
}

/** A menu as it was read, whatever its format. */
export interface ReadMenu extends Reading {
  sheets: string[]
  columns: { header: string; field: string }[]
  rows: ReadRow[]
  closedDays: ClosedDay[]
  dayNotes: DayNote[]
}

type Field = keyof MenuRow | 'half' | ''
const mostName = { dish: 250, window: 240, note: 250, dayNote: 100 }
const mostNotes = 60

/** Where a reader puts what it finds: rows, days and remarks, each with its place in the file. */
export interface MenuCollector {
  menu: ReadMenu
  remark(place: Place, column: Field, severity: Remark['severity'], message: string): void
  /** A row that cannot be taken, as it stands, and why. */
  refuse(place: Place, column: Field, message: string, cells: readonly string[], said: Record<string, string[]>): void
  add(place: Place, row: Omit<ReadRow, 'line' | 'sheet'>): void
  close(place: Place, day: string, note?: string): void
  note(place: Place, day: string, note: string): void
}

/** A collector for a file with these sheets; with one sheet, places do not name it. */
export function menuCollector(sheets: readonly string[]): MenuCollector {
  const menu: ReadMenu = {
    ...{ sheets: [...sheets], columns: [], rows: [], closedDays: [], dayNotes: [] },
    ...{ remarks: [], unreadable: [] },
  }
  const placed = ({ line, sheet }: Place) => ({ line, sheet: sheets.length > 1 ? (sheet ?? '').slice(0, 60) : '' })
  const shown = (place: Place): Place => {
    const { line, sheet } = placed(place)
    return sheet === '' ? { line } : { line, sheet }
  }
  const remark: MenuCollector['remark'] = (place, column, severity, message) => {
    menu.remarks.push({ ...shown(place), column, severity, message })
  }
  const within = (place: Place, column: Field, text: string, max: number) => {
    const letters = [...text]
    if (letters.length <= max) return text
    remark(place, column, 'guess', `超过 ${max} 个字，只取了前 ${max} 个字`)
    return letters.slice(0, max).join('').trim()
  }
  return {
    menu,
    remark,
    refuse(place, column, message, cells, said) {
      remark(place, column, 'error', message)
      menu.unreadable.push({ ...shown(place), cells: [...cells], said })
    },
    add(place, row) {
      const notes = row.notes.map((note) => within(place, 'notes', note, mostName.note))
      if (notes.length > mostNotes)
        remark(place, 'notes', 'guess', `说明超过 ${mostNotes} 条，只取了前 ${mostNotes} 条`)
      menu.rows.push({
        ...placed(place),
        ...row,
        dish: within(place, 'dish', row.dish, mostName.dish),
        window: within(place, 'window', row.window, mostName.window),
        notes: notes.slice(0, mostNotes),
      })
    },
    close: (place, day, note = '') => {
      menu.closedDays.push({ ...placed(place), day, note: within(place, 'notes', note, mostName.dayNote) })
    },
    note(place, day, note) {
      const known = menu.dayNotes.find((one) => one.day === day)
      if (!known) menu.dayNotes.push({ ...placed(place), day, note: within(place, 'notes', note, mostName.dayNote) })
      else if (!known.note.split('；').includes(note)) {
        known.note = within(place, 'notes', `${known.note}；${note}`, mostName.dayNote)
      }
    },
  }
}

/** What two names have in common that mean one thing: full-width signs and spaces between Chinese characters aside. */
export function nameKey(name: string): string {
  return plainName(name.normalize('NFKC'))
}
