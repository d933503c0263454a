import { goTo } from '../../go-to'
import { reportTiles } from '../../service-tiles'
import { QuickTiles } from '../../ui/quick-tiles'

/** What else one does before a door: booking another time, and whatever there is to report about the room. */
export function DoorTiles({ token, roomId }: { token: string; roomId: string }) {
  const reserve = { icon: 'room', title: '订会议室', onTap: () => goTo('reserve', { roomId }) } as const
  return <QuickTiles tiles={[reserve, ...reportTiles({ token })]} />
}
