import { Button, Drawer, Empty, Table, type TableColumnsType, Tag } from 'antd'
import { listTechnicians, type Technician } from '../../contract/repair-catalog'
import { dayOf } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { useDuty, useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import { weekText } from '../ui/week-text'
import { useBuildings } from './building-choice'
import './catalog.css'
import { noRefusals } from './sentences'
import { TechnicianForm } from './technician-form'

const isKnown = ({ skills, shifts }: Technician) => skills.length > 0 || shifts.some((day) => day.length > 0)

/** Away now, from a day to come, or not at all. */
function Away({ technician: { awayFrom, awayUntil }, today }: { technician: Technician; today: string }) {
  if ((!awayFrom && !awayUntil) || (awayUntil && awayUntil < today)) return null
  const days = [awayFrom, awayUntil].map((day) => day?.slice(5).replace('-', '/') ?? '').join(' – ')
  const isNow = !awayFrom || awayFrom <= today
  return <Tag color={isNow ? 'gold' : undefined}>{`${isNow ? '离岗' : '将离岗'} ${days}`}</Tag>
}

/** Who repairs: what each can do, in which buildings, and when. */
export default function Technicians() {
  const [params, merge] = useParams()
  const wanted = params.get('person') || undefined
  const today = dayOf(Date.now(), useZone())
  const asked = useAsk(listTechnicians, {}, noRefusals)
  const buildings = useBuildings()
  const mayKeepRoster = useDuty('admin')
  const { leave, setIsDirty } = useLeave(() => merge({ person: '' }))
  const technician = asked.value?.technicians.find(({ personId }) => personId === wanted)
  const roster = mayKeepRoster ? (
    <Button href={linkTo('/people/roster', { duty: 'technician' })}>打开花名册</Button>
  ) : null

  const columns: TableColumnsType<Technician> = [
    {
      title: '姓名',
      dataIndex: 'name',
      className: 'whole-line',
      render: (name: string, row) => (
        <>
          <a href={linkTo('/repair/technicians', { person: row.personId })} onClick={(event) => event.preventDefault()}>
            {name}
          </a>
          <span className='quiet number-beside'>{row.staffNumber}</span>
        </>
      ),
    },
    {
      title: '技能',
      dataIndex: 'skills',
      render: (skills: string[]) =>
        skills.length > 0 ? skills.map((skill) => <Tag key={skill}>{skill}</Tag>) : <Tag color='gold'>还没有填写</Tag>,
    },
    {
      title: '楼宇',
      dataIndex: 'buildingIds',
      render: (ids: string[]) =>
        ids
          .map((id) => buildings.nameOf.get(id) ?? '')
          .filter(Boolean)
          .join('、') || <span className='quiet'>所有楼宇</span>,
    },
    {
      title: '值班时间',
      className: 'whole-line',
      render: (_, row) => (
        <>
          {weekText(row.shifts, '不排班')
            .split('；')
            .map((line) => (
              <div key={line}>{line}</div>
            ))}
          <Away technician={row} today={today} />
        </>
      ),
    },
    {
      title: '手上的工单',
      dataIndex: 'load',
      align: 'right',
      className: 'whole-line',
      render: (load: number) => (load > 0 ? `${load} 件` : <span className='quiet'>—</span>),
    },
  ]

  return (
    <>
      <PageHead
        title='维修人员'
        about='花名册里有「维修工」职责的同事：会修什么、负责哪些楼宇、什么时候值班。自动派单照这里找人。'
      />
      <div className='sheet'>
        <TroubleNote trouble={asked.trouble} onRetry={asked.reload} />
        {(asked.value || !asked.trouble) && (
          <Table<Technician>
            size='middle'
            aria-label='维修人员名单'
            rowKey='personId'
            columns={columns}
            dataSource={asked.value?.technicians}
            pagination={false}
            scroll={{ x: true }}
            loading={{ spinning: asked.isLoading, delay: 200 }}
            onRow={({ personId }) => ({ className: 'row-opens', onClick: () => merge({ person: personId }) })}
            locale={{
              emptyText: asked.isLoading ? (
                ' '
              ) : (
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description={`还没有维修人员。${mayKeepRoster ? '在花名册里' : '请管理员在花名册里'}给同事加上「维修工」职责，就会出现在这里`}
                >
                  {roster}
                </Empty>
              ),
            }}
          />
        )}
      </div>
      <Drawer
        title={technician ? `${technician.name}（${technician.staffNumber}）` : '维修人员'}
        width={740}
        open={wanted !== undefined}
        onClose={leave}
        destroyOnHidden
      >
        {technician && (
          <>
            {!isKnown(technician) && (
              <p className='quiet'>还没有填写技能。没有技能的人不会被自动派到需要技能的工单。</p>
            )}
            <TechnicianForm
              key={technician.personId}
              technician={technician}
              skills={asked.value?.skills ?? []}
              buildings={buildings}
              onDirty={setIsDirty}
              onSaved={() => {
                setIsDirty(false)
                asked.reload()
                merge({ person: '' })
              }}
            />
          </>
        )}
        {asked.value && wanted && !technician && <Empty description='名单里没有这位同事，可能已经没有维修职责' />}
      </Drawer>
    </>
  )
}
