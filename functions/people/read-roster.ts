import type { PersonStatus, RosterRow } from '../../contract/people'
import type { Sheet } from '../documents/documents'
import { type FoundTable, findTable } from '../documents/find-table'
import { plainName, saysNothing } from '../documents/plain-text'
import { type Place, placeName, type Reading, type RowReading, readingOf } from '../documents/row-reader'
import { oneSpelling, readDepartmentPath } from './department-names'
import { readDuties } from './read-duties'
import { readPhone } from './read-phone'
import { readStaffNumber, usualWidth, withZeros } from './read-staff-number'
import { readStatus } from './read-status'
import { isRosterHeader, type RosterField, rosterColumns } from './roster-columns'

/** A row as read; `status` is absent when the sheet does not say. */
export type ReadPerson = Omit<RosterRow, 'status'> & { status?: PersonStatus }

/** What the roster already knows and a sheet may be understood by. Staff numbers as `plainStaffNumber` makes them. */
export interface RosterFacts {
  staffNumbers: ReadonlySet<string>
  departmentNames: ReadonlySet<string>
}

export interface ReadRoster extends Reading {
  table: FoundTable<RosterField>
  rows: ReadPerson[]
  /** Every staff number that stands in the sheet, also those of rows that could not be taken. */
  staffNumbers: ReadonlySet<string>
}

type Reader = RowReading<RosterField>

function readWork({ row, guess, within }: Reader, spell: (name: string) => string) {
  const said = readDepartmentPath(row.saidAll('departmentPath'))
  const departmentPath = said.map(spell)
  for (const [i, name] of said.entries()) {
    if (departmentPath[i] !== name) guess('departmentPath', `「${name}」按「${departmentPath[i]}」处理（繁简写法不同）`)
  }
  const text = (field: 'office' | 'site' | 'kind' | 'note', max: number) =>
    within(field, saysNothing(row.said(field)) ? '' : row.said(field), max)
  return {
    departmentPath: departmentPath.map((name) => within('departmentPath', name, 60)),
    office: text('office', 60),
    site: text('site', 60),
    kind: text('kind', 30),
    note: text('note', 200),
  }
}

function readPerson(reader: Reader, staffNumber: string, spell: (name: string) => string): ReadPerson | undefined {
  const { row, place, guess, refuse, within } = reader
  const name = plainName(row.said('name'))
  if (saysNothing(name)) {
    refuse('name', '没有姓名')
    return undefined
  }
  const { phone, remark } = readPhone(row.said('phone'))
  if (remark) guess('phone', remark)
  const { duties, unknown } = readDuties(row.said('duties'))
  if (unknown.length > 0) guess('duties', `不认识职责「${unknown.join('、')}」，没有取`)
  const state = readStatus(row.said('status'), row.said('note'))
  if (state.remark) guess(state.remark.field, state.remark.message)
  return {
    sheet: '',
    ...place,
    staffNumber,
    name: within('name', name, 30),
    phone,
    ...readWork(reader, spell),
    duties,
    status: state.status,
  }
}

const labels: Partial<Record<keyof ReadPerson, string>> = {
  name: '姓名',
  departmentPath: '部门',
  phone: '电话',
  office: '办公地点',
  site: '院区',
  kind: '人员类别',
  duties: '职责',
  status: '状态',
}

/** In what two rows with one staff number differ, in Chinese; notes do not count. */
function differences(a: ReadPerson, b: ReadPerson): string[] {
  const fields = Object.keys(labels) as (keyof ReadPerson)[]
  return fields
    .filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .map((field) => labels[field] ?? '')
}

/** Staff numbers row by row; a row without a usable one is refused. */
function readNumbers(rows: readonly Reader[], facts: RosterFacts): { reader: Reader; staffNumber: string }[] {
  const read = rows.flatMap((reader) => {
    const cell = reader.row.said('staffNumber')
    const staffNumber = saysNothing(cell) ? undefined : readStaffNumber(cell)
    if (staffNumber !== undefined) return [{ reader, staffNumber }]
    reader.refuse('staffNumber', saysNothing(cell) ? '没有工号' : `「${cell}」不像工号`)
    return []
  })
  const width = usualWidth(read.map(({ staffNumber }) => staffNumber))
  const inSheet = new Map<string, Place>(read.map(({ reader, staffNumber }) => [staffNumber, reader.place]))
  return read.map(({ reader, staffNumber: cell }) => {
    const { staffNumber, remark } = withZeros(cell, width, facts.staffNumbers, inSheet)
    if (remark) reader.guess('staffNumber', remark)
    return { reader, staffNumber }
  })
}

/** People out of the sheets of a file; undefined when no row heads a roster. */
export function readRoster(sheets: readonly Sheet[], facts: RosterFacts): ReadRoster | undefined {
  const table = findTable(sheets, rosterColumns, isRosterHeader)
  if (!table) return undefined
  const { rows: readers, reading } = readingOf(table)
  const names = readers.flatMap(({ row }) => readDepartmentPath(row.saidAll('departmentPath')))
  const spell = oneSpelling(names, facts.departmentNames)
  const first = new Map<string, ReadPerson>()
  const staffNumbers = new Set<string>()
  for (const { reader, staffNumber } of readNumbers(readers, facts)) {
    staffNumbers.add(staffNumber)
    const person = readPerson(reader, staffNumber, spell)
    if (!person) continue
    const earlier = first.get(staffNumber)
    if (!earlier) {
      first.set(staffNumber, person)
      continue
    }
    const differing = differences(earlier, person)
    const where = placeName(earlier.sheet ? earlier : { line: earlier.line })
    if (differing.length === 0) reader.leaveOut('staffNumber', `与${where}是同一个人，只导入一次`)
    else reader.refuse('staffNumber', `工号 ${staffNumber} 在${where}已经有了，${differing.join('、')}不同`)
  }
  return { ...reading, table, rows: [...first.values()], staffNumbers }
}
