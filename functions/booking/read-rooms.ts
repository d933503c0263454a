import type { RoomRow } from '../../contract/booking-rooms'
import type { Sheet } from '../documents/documents'
import { type FoundTable, findTable } from '../documents/find-table'
import { plainText, saysNothing } from '../documents/plain-text'
import { placeName, type Reading, type RowReading, readingOf } from '../documents/row-reader'
import { readCapacity } from './read-capacity'
import { readEquipment } from './read-equipment'
import { readFloor, splitPlace } from './read-floor'
import { readHours } from './read-hours'
import { isRoomHeader, type RoomField, roomColumns } from './room-columns'

/** A row as read; hours and whether it may be booked are absent when the sheet does not say. */
export type ReadRoom = Omit<RoomRow, 'opening' | 'isBookable'> & Partial<Pick<RoomRow, 'opening' | 'isBookable'>>

export interface ReadRooms extends Reading {
  table: FoundTable<RoomField>
  rooms: ReadRoom[]
}

type Reader = RowReading<RoomField>

const isShut = /不对外|不开放|停用|暂停|维修中|装修中|不可预[订约]|不接受预[订约]|不能预[订约]|封闭|禁用|内部专用/
const yes = /^(是|可|可以|能|开放|正常|启用|可用|可预[订约]|对外|√|y|yes|1)$/i
const no = /^(否|不|不可|不能|停用|关闭|×|x|n|no|0)$/i

interface Where {
  building: string
  floor: string
  /** The floor stood in the building's cell. */
  isSplit: boolean
}

/** The building, from its own column, or from a place that names the floor too, or from the row above. */
function readBuilding({ row, guess, within }: Reader, above: Where | undefined): Where {
  const said = saysNothing(row.said('building')) ? '' : row.said('building')
  const floor = readFloor(row.said('floor'))
  if (said === '' && above) {
    guess('building', `没有写楼宇，按上一行的「${above.building}」`)
    return { ...above, floor: floor || (above.isSplit ? above.floor : '') }
  }
  const split = floor === '' ? splitPlace(said) : undefined
  if (split) guess('floor', `从「${said}」读出楼宇「${split.building}」、楼层「${split.floor}」`)
  return {
    building: within('building', split?.building ?? said, 40),
    floor: within('floor', split?.floor ?? floor, 20),
    isSplit: split !== undefined,
  }
}

/** Hours, and whether the room takes bookings, from their columns and from words such as 不对外 in the notes. */
function readUse({
  row,
  guess,
}: Reader): Pick<ReadRoom, 'opening' | 'isBookable'> & { leftOver: string; isEveryDay: boolean } {
  const cell = row.said('opening')
  const { opening, isEveryDay = false, guesses, rest } = readHours(saysNothing(cell) ? '' : cell)
  for (const message of guesses) guess('opening', message)
  const said = row.said('isBookable')
  const shut = [rest, said, row.said('notice')].find((text) => isShut.test(text))
  const leftOver = isShut.test(rest) ? '' : rest
  if (leftOver !== '') {
    guess('opening', opening ? `「${leftOver}」没有理解，记入须知` : `「${leftOver}」不是可用的时间，记入须知`)
  }
  if (shut !== undefined) guess('isBookable', `写着「${shut}」，理解为不接受预订`)
  const isBookable = shut !== undefined || no.test(said) ? false : yes.test(said) ? true : undefined
  if (isBookable === undefined && !saysNothing(said)) guess('isBookable', `「${said}」没有理解，是否接受预订不作改动`)
  return { opening, isBookable, leftOver, isEveryDay }
}

function readRoom(reader: Reader, { building, floor }: Where): { room: ReadRoom; isEveryDay: boolean } | undefined {
  const { row, place, guess, refuse, within } = reader
  const name = saysNothing(row.said('name')) ? '' : row.said('name')
  const { capacity, remark } = readCapacity(row.said('capacity'))
  if (name === '') refuse('name', '没有会议室名称')
  if (building === '') refuse('building', '没有楼宇')
  if (capacity === undefined) {
    refuse('capacity', saysNothing(row.said('capacity')) ? '没有容纳人数' : `「${row.said('capacity')}」读不出容纳人数`)
  }
  if (name === '' || building === '' || capacity === undefined) return undefined
  if (remark) guess('capacity', remark)
  const { equipment, others } = readEquipment(row.said('equipment'))
  if (others.length > 0) guess('equipment', `「${others.join('、')}」不在设备清单里，记入须知`)
  const { leftOver, isEveryDay, ...use } = readUse(reader)
  const said = saysNothing(row.said('notice')) ? '' : row.said('notice')
  const notice = [said, leftOver, others.length > 0 ? `其他设备：${others.join('、')}` : ''].filter(
    (text) => text !== '',
  )
  const site = saysNothing(row.said('site')) ? '' : row.said('site')
  const room = {
    sheet: '',
    ...place,
    building,
    floor,
    site: within('site', site, 40),
    name: within('name', name, 40),
    capacity,
    equipment,
    ...use,
    notice: within('notice', notice.join('；'), 200),
  }
  return { room, isEveryDay }
}

const labels: Partial<Record<keyof ReadRoom, string>> = {
  capacity: '容纳人数',
  equipment: '设备',
  opening: '开放时间',
  isBookable: '接受预订',
}

/** In what two rows for one room differ, in Chinese; notes do not count. */
function differences(a: ReadRoom, b: ReadRoom): string[] {
  const fields = Object.keys(labels) as (keyof ReadRoom)[]
  return fields
    .filter((field) => JSON.stringify(a[field]) !== JSON.stringify(b[field]))
    .map((field) => labels[field] ?? '')
}

const plainKey = (...parts: string[]) => parts.map((part) => plainText(part).replace(/\s/g, '')).join('\u0000')

/** Rooms out of the sheets of a file; undefined when no row heads a list of rooms. */
export function readRooms(sheets: readonly Sheet[]): ReadRooms | undefined {
  const table = findTable(sheets, roomColumns, isRoomHeader)
  if (!table) return undefined
  const { rows: readers, reading } = readingOf(table)
  const first = new Map<string, ReadRoom>()
  const everyDay: Reader[] = []
  const above = new Map<string, Where>()
  for (const reader of readers) {
    const where = readBuilding(reader, above.get(reader.row.sheet))
    if (where.building !== '') above.set(reader.row.sheet, where)
    const read = readRoom(reader, where)
    if (!read) continue
    const { room } = read
    const key = plainKey(room.site, room.building, room.floor, room.name)
    const earlier = first.get(key)
    if (!earlier) {
      first.set(key, room)
      if (read.isEveryDay) everyDay.push(reader)
      continue
    }
    const differing = differences(earlier, room)
    const there = placeName(earlier.sheet ? earlier : { line: earlier.line })
    if (differing.length === 0) reader.leaveOut('name', `与${there}是同一间，只导入一次`)
    else reader.refuse('name', `这间会议室在${there}已经有了，${differing.join('、')}不同`)
  }
  if (everyDay.length > 0)
    everyDay[0]?.guess('opening', `开放时间没有写星期几的（共 ${everyDay.length} 间），按每天开放`)
  return { ...reading, table, rooms: [...first.values()] }
}
