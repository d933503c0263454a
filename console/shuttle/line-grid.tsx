import { Empty, Segmented, Select } from 'antd'
import { linkTo, useParams } from '../address'
import type { EditedTimetable } from './edited-timetable'
import { GridDesk } from './grid-desk'
import { LineBadge } from './line-badge'

interface Props extends EditedTimetable {
  leaving: (go: () => void) => void
  onDirty: (isDirty: boolean) => void
}

const directionNames = ['去程', '回程']

/** Which line and direction is worked on, and its grid. */
export function LineGrid({ leaving, onDirty, ...edited }: Props) {
  const [params, merge] = useParams()
  const { routes, timetable } = edited.timetable
  const route = routes.find(({ routeId }) => routeId === params.get('line')) ?? routes[0]
  const asked = Number(params.get('direction') ?? route?.directions[0]?.directionId ?? 0)
  const directionId = asked === 1 ? 1 : 0
  if (!route) {
    return (
      <div className='sheet'>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='还没有线路。先添加线路、站点和运行日，再来填班次'>
          <a href={linkTo('/shuttle/timetable', { id: timetable.timetableId, tab: 'lines' })}>添加线路</a>
        </Empty>
      </div>
    )
  }
  const choose = (line: string) => leaving(() => merge({ line, direction: '' }))
  const options = routes.map((each) => ({ value: each.routeId, label: each.shortName, route: each }))
  return (
    <>
      <div className='filters'>
        {routes.length <= 8 ? (
          <Segmented
            aria-label='线路'
            value={route.routeId}
            onChange={choose}
            options={options.map(({ value, route: each }) => ({ value, label: <LineBadge route={each} /> }))}
          />
        ) : (
          <Select
            aria-label='线路'
            showSearch
            optionFilterProp='label'
            style={{ width: 220 }}
            value={route.routeId}
            onChange={choose}
            options={options}
          />
        )}
        <Segmented<number>
          aria-label='方向'
          value={directionId}
          onChange={(next) => leaving(() => merge({ direction: String(next) }))}
          options={directionNames.map((name, value) => {
            const direction = route.directions.find((each) => each.directionId === value)
            return {
              value,
              label: direction
                ? `${name}${direction.headsign ? ` → ${direction.headsign}` : ''}（${direction.trips} 班）`
                : `${name}（没有）`,
            }
          })}
        />
      </div>
      <GridDesk
        key={`${route.routeId} ${directionId}`}
        {...edited}
        routeId={route.routeId}
        directionId={directionId}
        onDirty={onDirty}
      />
    </>
  )
}
