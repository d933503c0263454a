import { type Clock, clockSigns, clocksIn } from './sheet-clock'

/** A stop as it stands in a row, with the times beside it: several are several trips. */
export interface WrittenStop {
  stop: string
  clocks: Clock[]
}

/** Stops of a row, in order; `isBothWays` when they are joined by ⇄. */
export interface WrittenStops {
  stops: WrittenStop[]
  isBothWays: boolean
}

const bothWays = /\s*(?:⇄|⇌|⇋|↔|⟷|<-+>|<=+>)\s*/
const oneWay = /\s*(?:→|⟶|➜|➔|⇒|-+>|=+>|>+|-{1,3}|~)\s*/

const stopName = (text: string) =>
  text
    .replace(/[()[\]【】]/g, ' ')
    .replace(/^[\s:,;、。]+|[\s:,;、。]+$/g, '')
    .replace(/\s*(?:发车|开车|出发|到达|约)$/, '')
    .trim()

/** 东风渠 7:10, 7:10 东风渠, 东风渠 7:10 农业路 7:18, 东风渠 7:10 8:10. */
function stopsOfPart(part: string): WrittenStop[] {
  const clocks = clocksIn(part)
  const pieces = clocks.map((clock, i) => stopName(part.slice(clocks[i - 1]?.end ?? 0, clock.start)))
  const tail = stopName(part.slice(clocks[clocks.length - 1]?.end ?? 0))
  if (clocks.length === 0) {
    const names = tail.split(/[、,;]/).map(stopName)
    return names.filter((stop) => stop !== '').map((stop) => ({ stop, clocks: [] }))
  }
  const isNameFirst = pieces[0] !== ''
  const names = isNameFirst ? pieces : [...pieces.slice(1), tail]
  const stops: WrittenStop[] = []
  let before: Clock[] = []
  for (const [i, clock] of clocks.entries()) {
    const stop = names[i] ?? ''
    if (isNameFirst && stop === '') stops[stops.length - 1]?.clocks.push(clock)
    else if (stop === '') before.push(clock)
    else {
      stops.push({ stop, clocks: [...before, clock] })
      before = []
    }
  }
  if (isNameFirst && tail !== '' && tail.length > 1) stops.push({ stop: tail, clocks: [] })
  return stops
}

/** The stops that the cells of a row name, with their times; cells that only hold a time belong to the stop before them. */
export function readStops(cells: readonly string[]): WrittenStops {
  const all: WrittenStops = { stops: [], isBothWays: false }
  for (const cell of cells) {
    const text = clockSigns(cell)
    if (bothWays.test(text)) all.isBothWays = true
    for (const part of text.split(bothWays).flatMap((piece) => piece.split(oneWay))) {
      const stops = stopsOfPart(part)
      const clocks = clocksIn(part)
      if (stops.length === 0 && clocks.length > 0) all.stops[all.stops.length - 1]?.clocks.push(...clocks)
      all.stops.push(...stops)
    }
  }
  return all
}
