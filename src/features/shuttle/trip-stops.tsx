import { View } from '@tarojs/components'
import type { SeatKind } from '../../../contract/shuttle-words'
import type { Segment, TripStop } from './trip-segment'
import { clockOf, movedBy } from './words'
import './trip-stops.scss'

interface TripStopsProps {
  stops: readonly TripStop[]
  segment: Segment
  kind: SeatKind
  delayMinutes: number
  /** Whether free places are told at all. */
  hasSeats: boolean
  onTap: (stop: TripStop, at: number) => void
}

function roleOf(at: number, { from, to }: Segment): { word: string; className: string } {
  if (at === from) return { word: '上车', className: 'trip-stop trip-stop-end trip-stop-from' }
  if (at === to) return { word: '下车', className: 'trip-stop trip-stop-end trip-stop-to' }
  return { word: '', className: at > from && at < to ? 'trip-stop trip-stop-way' : 'trip-stop' }
}

/** The stops of a trip below each other, with what is free from each to the next; my stretch is the thick part. */
export function TripStops({ stops, segment, kind, delayMinutes, hasSeats, onTap }: TripStopsProps) {
  return (
    <View className='trip-stops'>
      {stops.map((stop, at) => {
        const { word, className } = roleOf(at, segment)
        const free = kind === 'wheelchair' ? stop.freeWheelchair : stop.freeSeats
        const isInside = at >= segment.from && at < segment.to
        return (
          <View
            // a line may come back to a stop
            key={`${stop.stopId} ${stop.departsAt}`}
            className={className}
            hoverClass='trip-stop-pressed'
            onClick={() => onTap(stop, at)}
            role='button'
            aria-label={`${clockOf(stop.departsAt)} ${stop.name} ${word}`}
          >
            <View className='trip-stop-time'>{clockOf(movedBy(stop.departsAt, delayMinutes))}</View>
            <View className='trip-stop-dot' aria-hidden />
            <View className='trip-stop-name'>{word ? `${stop.name} · ${word}` : stop.name}</View>
            <View className={free === 0 ? 'trip-stop-free trip-stop-full' : 'trip-stop-free'}>
              {hasSeats && isInside ? (free > 0 ? `余 ${free}` : '满') : ''}
            </View>
          </View>
        )
      })}
    </View>
  )
}
