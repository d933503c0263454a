import { CopyOutlined, SendOutlined } from '@ant-design/icons'
import { Alert, App, Button, Empty, Segmented, Skeleton, Tag } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { getTimetable } from '../../contract/shuttle-grid'
import { listTimetables } from '../../contract/shuttle-timetables'
import { linkTo, useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './shuttle.css'
import './grid.css'
import { useAskedLinks } from '../ui/use-asked-links'
import { LineGrid } from './line-grid'
import { NewTimetable } from './new-timetable'
import { PublishTimetable } from './publish-timetable'
import { RoutesTab } from './routes-tab'
import { noRefusals } from './sentences'
import { ServicesTab } from './services-tab'
import { StopsTab } from './stops-tab'
import { getTimetableSentences } from './timetable-sentences'
import { timetableStates } from './words'

const tabs = ['trips', 'lines', 'stops', 'services'] as const
type Tab = (typeof tabs)[number]

/** One timetable: trips in a grid for each line and direction, lines, stops, and the days on which trips run. */
export default function TimetableEditor() {
  const { modal } = App.useApp()
  const [params, merge] = useParams()
  const timetableId = params.get('id') ?? ''
  const asked = useAsk(getTimetable, timetableId ? { timetableId } : undefined, getTimetableSentences)
  const known = useAsk(listTimetables, {}, noRefusals)
  const revision = useRef(0)
  const [isDirty, setIsDirty] = useState(false)
  const [isCopying, setIsCopying] = useState(false)
  const [isPublishing, setIsPublishing] = useState(false)
  const { value, trouble, isLoading, reload } = asked
  if (value && value.revision > revision.current) revision.current = value.revision
  const timetable = value?.timetable
  const isReadOnly = timetable?.status !== 'draft'
  const tab = tabs.find((each) => each === params.get('tab')) ?? 'trips'

  /** Goes elsewhere on this page, after asking when times are not saved yet. */
  function leaving(go: () => void) {
    if (!isDirty) return go()
    modal.confirm({
      title: '班次表还没有保存',
      content: '离开后这些改动会丢失。',
      okText: '放弃改动',
      cancelText: '继续编辑',
      onOk() {
        setIsDirty(false)
        go()
      },
    })
  }

  useAskedLinks(isDirty, leaving)

  const services = useMemo(() => value?.services.map((service) => ({ name: '', ...service })) ?? [], [value])
  const edit = value && { timetable: { ...value, services }, revision, isReadOnly, onSaved: reload }
  return (
    <>
      <PageHead
        title={timetable?.name ?? '编辑时刻表'}
        about={
          <>
            {timetable && (
              <Tag color={timetableStates[timetable.status].colour}>{timetableStates[timetable.status].word}</Tag>
            )}
            <a href={linkTo('/shuttle/timetables')}>返回时刻表</a>
          </>
        }
      >
        {timetable && isReadOnly && (
          <Button icon={<CopyOutlined />} type='primary' onClick={() => setIsCopying(true)}>
            修改
          </Button>
        )}
        {timetable && !isReadOnly && (
          <Button
            icon={<SendOutlined />}
            disabled={isDirty}
            title={isDirty ? '先保存，再发布' : undefined}
            onClick={() => setIsPublishing(true)}
          >
            发布
          </Button>
        )}
      </PageHead>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!timetableId && <Empty description='没有指定时刻表，请从时刻表列表里打开' />}
      {timetableId && !value && isLoading && <Skeleton active paragraph={{ rows: 12 }} />}
      {timetable?.status === 'published' && (
        <Alert
          type='info'
          showIcon
          style={{ marginBottom: 12 }}
          message='这份时刻表正在使用，只能看。要改请点“修改”，复制一份草稿，改好再发布。'
        />
      )}
      {edit && (
        <>
          <Segmented<Tab>
            aria-label='编辑什么'
            style={{ marginBottom: 12 }}
            value={tab}
            onChange={(next) => leaving(() => merge({ tab: next === 'trips' ? '' : next }))}
            options={[
              { value: 'trips', label: '班次' },
              { value: 'lines', label: `线路 ${edit.timetable.routes.length}` },
              { value: 'stops', label: `站点 ${edit.timetable.stops.length}` },
              { value: 'services', label: `运行日 ${edit.timetable.services.length}` },
            ]}
          />
          {tab === 'trips' && <LineGrid {...edit} leaving={leaving} onDirty={setIsDirty} />}
          {tab === 'lines' && <RoutesTab {...edit} />}
          {tab === 'stops' && <StopsTab {...edit} />}
          {tab === 'services' && <ServicesTab {...edit} />}
        </>
      )}
      {timetable && isCopying && <NewTimetable copyOf={timetable} onClose={() => setIsCopying(false)} />}
      {timetable && isPublishing && (
        <PublishTimetable
          timetable={timetable}
          inForce={known.value?.timetables.find(({ status }) => status === 'published')}
          onClose={() => {
            setIsPublishing(false)
            reload()
          }}
          onPublished={() => {}}
        />
      )}
    </>
  )
}
