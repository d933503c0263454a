import { App, Button, Dropdown, Popconfirm, Space, Tag } from 'antd'
import { exportGtfs, exportShuttleSheet, removeTimetable, type Timetable } from '../../contract/shuttle-timetables'
import { linkTo } from '../address'
import { useZone } from '../session'
import { download } from '../ui/files'
import { showInstant } from '../ui/moment'
import { countText } from '../ui/report/figures'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { exportTimetableSentences, removeSentences } from './timetable-sentences'
import { sourceNames, timetableStates } from './words'

interface Props {
  timetable: Timetable
  onCopy: () => void
  onPublish: () => void
  onChanged: () => void
}

/** 12 条线路，48 站，320 班，2 种运行日 */
export const countsText = ({ counts }: Pick<Timetable, 'counts'>): string =>
  `${countText(counts.routes)} 条线路，${countText(counts.stops)} 站，${countText(counts.trips)} 班，${countText(counts.services)} 种运行日`

/** One timetable with what can be done with it. */
export function TimetableCard({ timetable, onCopy, onPublish, onChanged }: Props) {
  const { message } = App.useApp()
  const zone = useZone()
  const gtfs = useTask(exportGtfs, exportTimetableSentences)
  const sheet = useTask(exportShuttleSheet, exportTimetableSentences)
  const remove = useTask(removeTimetable, removeSentences)
  const { timetableId, name, status, source, firstDay, lastDay, createdAt, publishedAt, agencyName, timezone } =
    timetable
  const { word, colour } = timetableStates[status]

  async function save(task: typeof gtfs | typeof sheet) {
    const file = await task.run({ timetableId })
    if (file) download(file)
  }
  async function throwAway() {
    if (!(await remove.run({ timetableId }))) return
    message.success(`已删除 ${name}`)
    onChanged()
  }

  return (
    <article className='sheet timetable-card' aria-label={name}>
      <div>
        <h3>
          <a href={linkTo('/shuttle/timetable', { id: timetableId })}>{name}</a> <Tag color={colour}>{word}</Tag>
          <Tag>{sourceNames[source]}</Tag>
        </h3>
        <p>{countsText(timetable)}</p>
        <p className='quiet'>
          {firstDay && lastDay ? `${firstDay} 至 ${lastDay} 有班次` : '还没有运行日'}
          {agencyName && ` · ${agencyName}`} · {timezone}
          {' · '}
          {publishedAt ? `${showInstant(publishedAt, zone)} 发布` : `${showInstant(createdAt, zone)} 建立`}
        </p>
        <TroubleNote trouble={gtfs.trouble ?? sheet.trouble ?? remove.trouble} />
      </div>
      <Space wrap>
        {status === 'draft' ? (
          <Button href={linkTo('/shuttle/timetable', { id: timetableId })}>编辑</Button>
        ) : (
          <Button onClick={onCopy}>修改</Button>
        )}
        {status === 'draft' && <Button onClick={onCopy}>复制</Button>}
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'gtfs', label: 'GTFS（.zip，可以再导入）', onClick: () => save(gtfs) },
              { key: 'sheet', label: 'Excel（张贴用）', onClick: () => save(sheet) },
            ],
          }}
        >
          <Button loading={gtfs.isRunning || sheet.isRunning}>导出</Button>
        </Dropdown>
        {status !== 'published' && (
          <Popconfirm
            title={`删除“${name}”？`}
            description='删除后不能恢复。'
            okText='删除'
            okButtonProps={{ danger: true }}
            onConfirm={throwAway}
          >
            <Button loading={remove.isRunning}>删除</Button>
          </Popconfirm>
        )}
        {status !== 'published' && (
          <Button type='primary' onClick={onPublish}>
            {status === 'draft' ? '发布' : '重新启用'}
          </Button>
        )}
      </Space>
    </article>
  )
}
