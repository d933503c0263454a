import { Button, Space } from 'antd'
import * as v from 'valibot'
import { type Way, way } from '../../contract/booking'
import { dayOf, formatClock, formatDayNear, parseInstant } from '../../contract/zone'
import { useZone } from '../session'

const offered = v.object({ ways: v.array(way) })

const kinds = { thisRoom: '就这间', otherRoom: '换会议室', shorter: '缩短时间', otherTime: '换时间' } satisfies Record<
  Way['kind'],
  string
>

/** What would work instead, as `ROOM_TAKEN` brings it; one tap puts it into the form. */
export function Ways({ detail, onChoose }: { detail?: Record<string, unknown>; onChoose: (way: Way) => void }) {
  const zone = useZone()
  const read = v.safeParse(offered, detail)
  if (!read.success || read.output.ways.length === 0) return null
  const show = ({ kind, roomName, startsAt, endsAt }: Way) => {
    const starts = parseInstant(startsAt) ?? 0
    const day = formatDayNear(dayOf(starts, zone), Date.now(), zone)
    return `${kinds[kind]}：${roomName} ${day} ${formatClock(starts, zone)}–${formatClock(parseInstant(endsAt) ?? 0, zone)}`
  }
  return (
    <Space wrap style={{ marginTop: 8 }}>
      {read.output.ways.map((offer) => (
        <Button key={offer.kind + offer.roomId + offer.startsAt} onClick={() => onChoose(offer)}>
          {show(offer)}
        </Button>
      ))}
    </Space>
  )
}
