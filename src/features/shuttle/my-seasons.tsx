import { View } from '@tarojs/components'
import { listMySeasons, type Season } from '../../../contract/shuttle-seats'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Stack } from '../../ui/stack'
import { useAsked } from '../../use-asked'
import { quotaSentence } from './sentences'
import { useSeatActs } from './use-seat-acts'
import { dotted, serviceClock } from './words'
import './my-seasons.scss'

const outcomes: Record<Season['days'][number]['outcome'], string> = {
  reserved: '已约',
  waiting: '候补中',
  offered: '待确认',
  cancelled: '已取消',
  alreadyReserved: '单独约过',
  tooManySeats: '已到上限',
  notRunning: '不开',
  toCome: '到时自动约',
}

const shortDay = (day: string) => `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`

/** A season and what became of its next days. */
function SeasonCard({ season, onEnd }: { season: Season; onEnd: () => Promise<unknown> }) {
  const { route, headsign, departure, fromStop, toStop, rider, kind, until, days, isPossible } = season
  return (
    <View className='season'>
      <View className='season-when'>{`每个工作日 ${serviceClock(departure)}`}</View>
      <View>{`${route} · ${fromStop} → ${toStop}`}</View>
      <View className='season-soft'>
        {dotted(rider, kind === 'wheelchair' && '轮椅位', headsign && `往 ${headsign}`, `到 ${until} 为止`)}
      </View>
      <View className='season-gone'>
        {isPossible ? '' : '时刻表改了，这一班或站点没有了。请结束它，再选一班重新约。'}
      </View>
      <View className='season-days'>
        {days.map(({ day, outcome }) => (
          <Badge key={day} tone={outcome === 'reserved' ? 'brand' : 'quiet'}>
            {`${shortDay(day)} ${outcomes[outcome]}`}
          </Badge>
        ))}
      </View>
      <View className='season-soft'>{quotaSentence(days)}</View>
      <Button isSmall kind='danger' onTap={onEnd}>
        结束长期预约
      </Button>
    </View>
  )
}

/** 长期预约: those that have not ended. */
export function MySeasons() {
  const asked = useAsked(listMySeasons, {})
  const acts = useSeatActs(asked.refresh)
  return (
    <Stack>
      <AskedView asked={asked} lines={5}>
        {({ seasons }) =>
          seasons.length === 0 ? (
            <Empty
              icon='calendar'
              text='还没有长期预约。预约座位时打开“每个工作日都坐这一班”，以后就不用天天约。'
              action='看班车'
              onAction={() => goTo('departures')}
            />
          ) : (
            <Stack>
              {seasons.map((season) => (
                <SeasonCard key={season.seasonId} season={season} onEnd={() => acts.end(season)} />
              ))}
            </Stack>
          )
        }
      </AskedView>
    </Stack>
  )
}
