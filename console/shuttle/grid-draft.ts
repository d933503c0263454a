import type { GridTrip, Service } from '../../contract/shuttle-grid'
import type { Area, Spot } from '../ui/cell-grid'
import { readServiceTime, tableClock } from './service-time'
import { ruleText } from './words'

/** A trip under work; `key` tells it apart as long as it has no id. */
export type DraftTrip = GridTrip & { key: number }

/** The grid of a line and direction: what is saved as a whole. */
export interface GridContent {
  headsign: string
  stopIds: readonly string[]
  trips: readonly DraftTrip[]
}

/** How many columns stand behind the stops: plate, driver, seats. */
const more = 3

/** The columns of a grid: the service, one for each stop, then plate, driver, seats. */
export const columnsOf = ({ stopIds }: Pick<GridContent, 'stopIds'>): number => 1 + stopIds.length + more

export const serviceName = ({ name, rule, weekdays }: Pick<Service, 'name' | 'rule' | 'weekdays'>): string =>
  name || ruleText(rule, weekdays)

let lastKey = 0
export const newKey = (): number => ++lastKey

export const emptyTrip = (content: GridContent, serviceId: string): DraftTrip => ({
  key: newKey(),
  serviceId,
  isWheelchair: false,
  times: content.stopIds.map(() => null),
  plate: '',
  driver: '',
})

/** What stands in a cell, as it is shown and copied. */
export function textIn({ stopIds, trips }: GridContent, services: readonly Service[], { row, column }: Spot): string {
  const trip = trips[row]
  return trip ? textOf(trip, stopIds.length, services, column) : ''
}

/** What stands in a column of a trip of so many stops. */
export function textOf(trip: DraftTrip, stops: number, services: readonly Service[], column: number): string {
  if (column === 0) {
    const service = services.find(({ serviceId }) => serviceId === trip.serviceId)
    return service ? serviceName(service) : trip.serviceId
  }
  if (column > stops) return [trip.plate, trip.driver, trip.seats?.toString() ?? ''][column - stops - 1] ?? ''
  const seconds = trip.times[column - 1]
  return typeof seconds === 'number' ? tableClock(seconds) : ''
}

/** The last time before a stop, from which `+5` counts. */
function timeBefore({ times }: DraftTrip, at: number): number | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const seconds = times[i]
    if (typeof seconds === 'number') return seconds
  }
  return undefined
}

function withText(trip: DraftTrip, stops: number, services: readonly Service[], column: number, text: string) {
  const said = text.trim()
  if (column === 0) {
    const found = services.find((service) => serviceName(service) === said || service.serviceId === said)
    return found && { ...trip, serviceId: found.serviceId }
  }
  const which = column - stops - 1
  if (which === 0) return { ...trip, plate: said.slice(0, 20) }
  if (which === 1) return { ...trip, driver: said.slice(0, 40) }
  if (which === 2) {
    const seats = Number(said)
    if (said === '') return { ...trip, seats: undefined }
    return Number.isInteger(seats) && seats >= 1 && seats <= 300 ? { ...trip, seats } : undefined
  }
  // what people write where a bus does not stop
  const isNone = /^(?:[-—–/|↓]+|不停|直达)?$/.test(said)
  const seconds = isNone ? null : readServiceTime(said, timeBefore(trip, column - 1))
  if (seconds === undefined) return undefined
  return { ...trip, times: trip.times.map((time, at) => (at === column - 1 ? seconds : time)) }
}

/** The grid with a cell set to what was typed; undefined when that cannot be read. */
export function withCell(content: GridContent, services: readonly Service[], { row, column }: Spot, text: string) {
  const trip = content.trips[row]
  const next = trip && withText(trip, content.stopIds.length, services, column, text)
  return next && { ...content, trips: content.trips.map((each, at) => (at === row ? next : each)) }
}

/** A block of cells put at a spot; rows beyond the last become new trips. `unread` is what could not be read. */
export function withBlock(
  content: GridContent,
  services: readonly Service[],
  at: Spot,
  cells: readonly (readonly string[])[],
): { content: GridContent; unread: string[] } {
  const unread: string[] = []
  const trips = [...content.trips]
  const stops = content.stopIds.length
  cells.forEach((row, down) => {
    if (row.every((cell) => cell.trim() === '')) return
    const place = at.row + down
    const base = trips[place] ?? emptyTrip(content, trips[trips.length - 1]?.serviceId ?? services[0]?.serviceId ?? '')
    let trip = base
    row.forEach((cell, across) => {
      const column = at.column + across
      if (column >= 1 + stops + more) return
      const next = withText(trip, stops, services, column, cell)
      if (next) trip = next
      else unread.push(cell.trim())
    })
    trips[Math.min(place, trips.length)] = trip
  })
  return { content: { ...content, trips: trips.slice(0, 500) }, unread }
}

/** The grid with the cells of an area emptied; services stay. */
export function withoutArea(content: GridContent, { top, bottom, left, right }: Area): GridContent {
  const stops = content.stopIds.length
  const isIn = (column: number) => column >= left && column <= right
  return {
    ...content,
    trips: content.trips.map((trip, row) => {
      if (row < top || row > bottom) return trip
      return {
        ...trip,
        times: trip.times.map((time, at) => (isIn(at + 1) ? null : time)),
        plate: isIn(stops + 1) ? '' : trip.plate,
        driver: isIn(stops + 2) ? '' : trip.driver,
        seats: isIn(stops + 3) ? undefined : trip.seats,
      }
    }),
  }
}

/** A trip again and again, each `every` seconds later, as long as it begins by `until`. */
export function repeats(trip: DraftTrip, every: number, until: number): DraftTrip[] {
  const first = trip.times.find((time) => typeof time === 'number')
  const made: DraftTrip[] = []
  if (typeof first !== 'number' || every < 60) return made
  for (let later = every; first + later <= until && made.length < 300; later += every) {
    const { tripId: _, ...copy } = trip
    const times = trip.times.map((time) => (typeof time === 'number' ? time + later : null))
    if (times.some((time) => time !== null && time > 72 * 3600)) break
    made.push({ ...copy, key: newKey(), times })
  }
  return made
}

/** The grid with other stops; `from` names for each new column the old one, -1 for a stop that is new. */
export function withStops(content: GridContent, stopIds: readonly string[], from: readonly number[]): GridContent {
  return {
    ...content,
    stopIds,
    trips: content.trips.map((trip) => ({ ...trip, times: from.map((at) => trip.times[at] ?? null) })),
  }
}

/** What a trip has against being saved: times before those of the stop before, and fewer than two stops. */
export function problemsOf({ times }: Pick<DraftTrip, 'times'>): { falls: number[]; isShort: boolean } {
  const falls: number[] = []
  let last = -1
  let stops = 0
  times.forEach((time, at) => {
    if (time === null) return
    stops += 1
    if (time < last) falls.push(at)
    else last = time
  })
  return { falls, isShort: stops < 2 }
}

export const hasProblem = ({ falls, isShort }: ReturnType<typeof problemsOf>): boolean => falls.length > 0 || isShort
