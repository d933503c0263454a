import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import type { Service } from '../../contract/shuttle-grid'
import type { Stop } from '../../contract/shuttle-words'
import type { GridContent } from './grid-draft'
import { StopHead } from './stop-head'
import { TripRow } from './trip-row'
import type { GridDraft } from './use-grid-draft'
import type { TripKeys } from './use-trip-keys'

interface Props {
  content: GridContent
  services: readonly Service[]
  stops: readonly Stop[]
  draft: GridDraft
  keys: TripKeys
  isReadOnly: boolean
}

const moreHeads = ['车牌', '司机', '座位']

/** Trips as rows, stops as columns. */
export function TripGrid({ content, services, stops, draft, keys, isReadOnly }: Props) {
  const { at, area, editing } = keys
  const names = useMemo(() => new Map(stops.map((stop) => [stop.stopId, stop.name])), [stops])
  return (
    <div className='cell-scroll trip-scroll'>
      <table
        ref={keys.grid}
        className='cell-grid trip-grid'
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table as a grid is what ARIA describes
        role='grid'
        aria-label='班次表'
        aria-multiselectable
        aria-readonly={isReadOnly}
        aria-busy={draft.isSaving}
        {...keys.handlers}
      >
        <thead>
          <tr>
            <th scope='col' className='trip-number'>
              班
            </th>
            <th scope='col' className='trip-service'>
              运行日
            </th>
            {content.stopIds.map((stopId, column) => (
              <StopHead
                // biome-ignore lint/suspicious/noArrayIndexKey: a line may stop twice at one stop
                key={`${stopId} ${column}`}
                name={names.get(stopId) ?? stopId}
                column={column}
                content={content}
                stops={stops}
                onChange={isReadOnly ? undefined : draft.edit}
              />
            ))}
            {moreHeads.map((head) => (
              <th key={head} scope='col' className='trip-more'>
                {head}
              </th>
            ))}
            <th scope='col' className='trip-more'>
              其他
            </th>
          </tr>
        </thead>
        <tbody>
          {content.trips.map((trip, row) => (
            <TripRow
              key={trip.key}
              trip={trip}
              row={row}
              stopIds={content.stopIds}
              services={services}
              names={names}
              active={at.row === row ? at.column : -1}
              left={row >= area.top && row <= area.bottom ? area.left : -1}
              right={row >= area.top && row <= area.bottom ? area.right : -2}
              editing={editing?.row === row ? editing : undefined}
              keys={keys.cells}
              isReadOnly={isReadOnly}
            />
          ))}
        </tbody>
      </table>
      {!isReadOnly && services.length > 0 && (
        <Button type='text' icon={<PlusOutlined />} onClick={keys.addTrip}>
          加一班（Insert）
        </Button>
      )}
    </div>
  )
}
