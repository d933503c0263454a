import { CopyOutlined, DeleteOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons'
import { App, Button, Empty, Input, Skeleton, Space } from 'antd'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { linkTo } from '../address'
import { TroubleNote } from '../ui/trouble-note'
import { EditTrouble } from './edit-trouble'
import type { EditedTimetable } from './edited-timetable'
import { type DraftTrip, hasProblem, problemsOf } from './grid-draft'
import { RepeatTrip } from './repeat-trip'
import { StartStops } from './start-stops'
import { TripDetails } from './trip-details'
import { TripGrid } from './trip-grid'
import { useGridDraft } from './use-grid-draft'
import { useTripKeys } from './use-trip-keys'

interface Props extends EditedTimetable {
  routeId: string
  directionId: number
  onDirty: (isDirty: boolean) => void
}

const legend = [
  '方向键移动，Shift 选一片',
  '直接输入 740、7:40、25:10 或 次日0:10，+5 是比前一站晚 5 分钟，回车到下一班',
  'Insert 加一班，Ctrl+Delete 删所选的班',
  '可以从 Excel 复制一片粘贴',
  'Ctrl+Z 撤销，Ctrl+S 保存。',
].join('；')

/** The grid of one line and direction with what is done to it as a whole. */
export function GridDesk({ timetable, revision, isReadOnly, onSaved, routeId, directionId, onDirty }: Props) {
  const { message } = App.useApp()
  const { services, stops } = timetable
  const { timetableId } = timetable.timetable
  const draft = useGridDraft({ timetableId, routeId, directionId, revision, onSaved })
  const keys = useTripKeys(draft, services, isReadOnly)
  const [repeated, setRepeated] = useState<number>()
  const { content, isDirty, asked } = draft
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  const problems = content?.trips.map(problemsOf) ?? []
  const wrong = problems.filter(hasProblem).length
  const row = keys.at.row
  const detailed = keys.detailed === undefined ? undefined : content?.trips[keys.detailed]
  const source = repeated === undefined ? undefined : content?.trips[repeated]

  async function save() {
    // asked of what stands there now: Ctrl+S takes a cell that is being typed into along
    const isWrong = draft.current()?.trips.some((trip) => hasProblem(problemsOf(trip)))
    if (isWrong || !draft.isChanged() || draft.isSaving) return
    if (await draft.save()) message.success('已保存班次表')
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
    event.preventDefault()
    void save()
  }
  function replace(at: number, trips: DraftTrip[]) {
    if (content)
      draft.edit({ ...content, trips: [...content.trips.slice(0, at), ...trips, ...content.trips.slice(at + 1)] })
  }

  if (!content) {
    return (
      <>
        <TroubleNote trouble={asked.trouble} onRetry={draft.reload} />
        {!asked.trouble && <Skeleton active paragraph={{ rows: 10 }} />}
      </>
    )
  }
  if (content.stopIds.length < 2) {
    return (
      <StartStops
        stops={stops}
        isReadOnly={isReadOnly}
        timetableId={timetableId}
        onStart={(stopIds) => draft.edit({ ...content, stopIds })}
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+S means the grid wherever one is within it
    <div onKeyDown={onKeyDown}>
      {!isReadOnly && (
        <div className='shuttle-bar'>
          <Space wrap size={8}>
            <Input
              aria-label='开往'
              addonBefore='开往'
              style={{ width: 220 }}
              maxLength={60}
              value={content.headsign}
              onChange={({ target }) => draft.edit({ ...content, headsign: target.value })}
            />
            <Button icon={<CopyOutlined />} disabled={!content.trips[row]} onClick={() => setRepeated(row)}>
              重复第 {row + 1} 班…
            </Button>
            <Button icon={<DeleteOutlined />} disabled={content.trips.length === 0} onClick={keys.removeRows}>
              {keys.area.bottom > keys.area.top
                ? `删除所选 ${keys.area.bottom - keys.area.top + 1} 班`
                : `删除第 ${row + 1} 班`}
            </Button>
            <Button icon={<UndoOutlined />} disabled={!draft.canUndo} title='Ctrl+Z' onClick={draft.undo}>
              撤销
            </Button>
          </Space>
          <Space>
            <span role='status' className={wrong > 0 ? 'remark-error' : 'quiet'}>
              {wrong > 0 ? `有 ${wrong} 班的时间不对，改好标红的才能保存` : isDirty ? '有改动还没有保存' : '已保存'}
            </span>
            <Button
              type='primary'
              icon={<SaveOutlined />}
              disabled={!isDirty || wrong > 0}
              loading={draft.isSaving}
              onClick={save}
            >
              保存
            </Button>
          </Space>
        </div>
      )}
      <EditTrouble
        trouble={draft.trouble}
        onReload={() => {
          draft.reload()
          onSaved()
        }}
      />
      <TroubleNote trouble={asked.trouble} onRetry={draft.reload} />
      {services.length === 0 && !isReadOnly && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='还没有运行日，先说好哪些日子开，才能加班次'>
          <a href={linkTo('/shuttle/timetable', { id: timetableId, tab: 'services' })}>添加运行日</a>
        </Empty>
      )}
      <TripGrid content={content} services={services} stops={stops} draft={draft} keys={keys} isReadOnly={isReadOnly} />
      {!isReadOnly && <p className='quiet cell-legend'>{legend}</p>}
      {detailed && keys.detailed !== undefined && (
        <TripDetails
          trip={detailed}
          title={`第 ${keys.detailed + 1} 班`}
          services={services}
          onClose={() => keys.setDetailed(undefined)}
          onSave={(trip) => {
            replace(keys.detailed ?? 0, [trip])
            keys.setDetailed(undefined)
          }}
        />
      )}
      {source && repeated !== undefined && (
        <RepeatTrip
          trip={source}
          onClose={() => setRepeated(undefined)}
          onAdd={(made) => {
            replace(repeated, [source, ...made])
            setRepeated(undefined)
          }}
        />
      )}
    </div>
  )
}
