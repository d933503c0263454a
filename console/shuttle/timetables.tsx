import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import { listTimetables, type Timetable } from '../../contract/shuttle-timetables'
import { linkTo } from '../address'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './shuttle.css'
import { NewTimetable } from './new-timetable'
import { PublishTimetable } from './publish-timetable'
import { noRefusals } from './sentences'
import { TimetableCard } from './timetable-card'

/** Timetables: the one in force, drafts, and those before it. */
export default function Timetables() {
  const { value, trouble, isLoading, reload } = useAsk(listTimetables, {}, noRefusals)
  const [making, setMaking] = useState<{ copyOf?: Timetable }>()
  const [publishing, setPublishing] = useState<Timetable>()
  const all = value?.timetables ?? []
  const inForce = all.find(({ status }) => status === 'published')
  const groups = [
    { title: '正在使用', timetables: inForce ? [inForce] : [], none: '还没有发布的时刻表，乘客看不到班次。' },
    { title: '草稿', timetables: all.filter(({ status }) => status === 'draft'), none: '' },
    { title: '以前的', timetables: all.filter(({ status }) => status === 'retired'), none: '' },
  ].filter(({ timetables, none }) => timetables.length > 0 || none)

  const ways = (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'gtfs', label: <a href={linkTo('/shuttle/import-gtfs')}>导入 GTFS（.zip）</a> },
          { key: 'sheet', label: <a href={linkTo('/shuttle/import-sheet')}>导入 Excel（.xlsx、.csv）</a> },
        ],
      }}
    >
      <Button icon={<DownOutlined />} iconPosition='end'>
        导入
      </Button>
    </Dropdown>
  )

  return (
    <>
      <PageHead title='时刻表' about='同时只有一份在用。要改时先复制成草稿，改好再发布，乘客立即看到。'>
        {ways}
        <Button type='primary' icon={<PlusOutlined />} onClick={() => setMaking({})}>
          新建
        </Button>
      </PageHead>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && isLoading && <Skeleton active paragraph={{ rows: 8 }} />}
      {value && all.length === 0 && (
        <div className='sheet'>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description='还没有时刻表。有 GTFS 或 Excel 的直接导入；都没有也可以新建一份，在表格里填。'
          >
            {ways}
          </Empty>
        </div>
      )}
      {all.length > 0 &&
        groups.map(({ title, timetables, none }) => (
          <section key={title} aria-label={title} className='timetable-group'>
            <h2>{title}</h2>
            {timetables.length === 0 && <p className='quiet'>{none}</p>}
            {timetables.map((timetable) => (
              <TimetableCard
                key={timetable.timetableId}
                timetable={timetable}
                onCopy={() => setMaking({ copyOf: timetable })}
                onPublish={() => setPublishing(timetable)}
                onChanged={reload}
              />
            ))}
          </section>
        ))}
      {making && <NewTimetable copyOf={making.copyOf} onClose={() => setMaking(undefined)} />}
      {publishing && (
        <PublishTimetable
          timetable={publishing}
          inForce={inForce}
          onClose={() => setPublishing(undefined)}
          onPublished={reload}
        />
      )}
    </>
  )
}
