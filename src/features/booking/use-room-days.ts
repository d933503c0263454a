import { getRoomWeek } from '../../../contract/booking'
import { addDays, type Day, dayOf, daysBetween } from '../../../contract/zone'
import { useAsked } from '../../use-asked'
import type { RoomDay } from './free-times'
import { useSetting, useWisher, useZone } from './use-setting'

/** The first day of the week asked for: weeks are counted from today, so that moving within one asks nothing new. */
function weekOf(day: Day, today: Day): Day {
  return addDays(today, Math.max(0, Math.floor(daysBetween(today, day) / 7)) * 7)
}

/** One room around a day: what is booked in the week that holds it. Nothing is asked while the room is not known. */
export function useRoomDays(roomId: string | undefined, day: Day, exceptBookingId?: string) {
  const zone = useZone()
  const wisher = useWisher()
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
