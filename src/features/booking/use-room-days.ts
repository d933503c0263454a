import { getRoomWeek } from '../../../contract/booking'
import type { Wisher } from '../../../contract/booking-rules'
import { addDays, type Day, dayOf, daysBetween } from '../../../contract/zone'
import { useAsked } from '../../use-asked'
import type { RoomDay } from './free-times'
import { useSetting, useWisher, useZone } from './use-setting'

/** The first day of the week asked for: weeks are counted from today, so that moving within one asks nothing new. */
function weekOf(day: Day, today: Day): Day {
  return addDays(today, Math.max(0, Math.floor(daysBetween(today, day) / 7)) * 7)
}

interface RoomDaysOptions {
  /** A booking that is being changed does not stand in its own way. */
  exceptBookingId?: string
  /** Whose departments count; oneself unless given. */
  wisher?: Wisher
}

/** One room around a day: what is booked in the week that holds it. Nothing is asked while the room is not known. */
export function useRoomDays(roomId: string | undefined, day: Day, options: RoomDaysOptions = {}) {
  const zone = useZone()
  const self = useWisher()
  const { exceptBookingId, wisher = self } = options
  const today = dayOf(Date.now(), zone)
  const asked = useAsked(getRoomWeek, roomId ? { roomId, day: weekOf(day, today) } : undefined)
  const { value, problem } = asked
  const setting = useSetting(value, problem !== undefined)
  const roomDay = (of: Day): RoomDay | undefined =>
    value && {
      rules: value.room.rules,
      day: of,
      busy: value.days.find((one) => one.day === of)?.busy ?? [],
      wisher,
      setting,
      exceptBookingId,
    }
  return { asked, room: value?.room, setting, roomDay }
}
