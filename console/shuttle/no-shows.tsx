import { App, Button, DatePicker, Form, Input, Modal, type TableColumnsType, Tag } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { excuseNoShow, listNoShows } from '../../contract/shuttle-vehicles'
import { isDay } from '../../contract/zone'
import { useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { PagedTable } from '../ui/paged-table'
import { SearchBox } from '../ui/search-box'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { useTask } from '../ui/use-task'
import './shuttle.css'
import { excuseSentences, noShowsSentences } from './sentences'
import { clockOf, dayText } from './words'

type Entry = ValueOf<typeof listNoShows>['items'][number]

/** The ledger: who reserved and did not come, or cancelled late; an entry can be excused. */
export default function NoShows() {
  const { message } = App.useApp()
  const [params, merge] = useParams()
  const [from = '', until = ''] = ['from', 'until'].map((name) => params.get(name) ?? '')
  const filter = {
    query: params.get('query') ?? '',
    ...(isDay(from) && isDay(until) ? { from, until } : {}),
  }
  const cursor = useCursor(JSON.stringify(filter))
  const asked = useAsk(listNoShows, { ...filter, cursor: cursor.at, limit: 30 }, noShowsSentences)
  const task = useTask(excuseNoShow, excuseSentences)
  const [open, setOpen] = useState<Entry>()
  const [form] = Form.useForm<{ excuse: string }>()
  const isFiltered = filter.query !== '' || 'from' in filter

  async function set({ reservationId, rider }: Entry, isExcused: boolean, excuse = '') {
    if (!(await task.run({ reservationId, isExcused, excuse }))) return
    message.success(isExcused ? `已为 ${rider} 免记` : '已恢复记录')
    setOpen(undefined)
    asked.reload()
  }

  const columns: TableColumnsType<Entry> = [
    {
      title: '乘客',
      className: 'whole-line',
      render: (_, { rider, department }) => (
        <>
          <b>{rider}</b>
          <div className='quiet run-note'>{department}</div>
        </>
      ),
    },
    {
      title: '班次',
      className: 'whole-line',
      render: (_, { day, departsAt, route, fromStop }) => (
        <>
          {dayText(day)} {clockOf(departsAt)}
          <div className='quiet run-note'>
            {route}，{fromStop}上车
          </div>
        </>
      ),
    },
    {
      title: '情况',
      render: (_, { what }) =>
        what === 'noShow' ? <Tag color='red'>没有乘车</Tag> : <Tag color='orange'>临时取消</Tag>,
    },
    { title: '半年内', align: 'right', className: 'whole-line', render: (_, { inLedger }) => `${inLedger} 次` },
    {
      title: '免记',
      className: 'broad-cell',
      render: (_, { isExcused, excuse }) => (isExcused ? `已免记${excuse ? `：${excuse}` : ''}` : ''),
    },
    {
      title: '操作',
      className: 'whole-line',
      render: (_, entry) =>
        entry.isExcused ? (
          <Button type='link' size='small' aria-label={`恢复 ${entry.rider} 的记录`} onClick={() => set(entry, false)}>
            恢复记录
          </Button>
        ) : (
          <Button
            type='link'
            size='small'
            aria-label={`为 ${entry.rider} 免记`}
            onClick={() => {
              task.clear()
              setOpen(entry)
            }}
          >
            免记
          </Button>
        ),
    },
  ]

  return (
    <>
      <PageHead title='爽约记录' about='约了没有来，或者临近发车才取消。乘客本人也能看到，有原因的可以免记。' />
      <search className='filters'>
        <SearchBox
          label='搜索爽约记录'
          placeholder='姓名、拼音、首字母或工号'
          value={filter.query}
          onSearch={(query) => merge({ query })}
        />
        <DatePicker.RangePicker
          aria-label='乘车日期'
          value={'from' in filter ? [dayjs(from), dayjs(until)] : null}
          onChange={(days) =>
            merge({ from: days?.[0]?.format('YYYY-MM-DD') ?? '', until: days?.[1]?.format('YYYY-MM-DD') ?? '' })
          }
        />
      </search>
      <div className='sheet'>
        {!open && <TroubleNote trouble={task.trouble} />}
        <PagedTable<Entry>
          label='爽约记录'
          rowKey='reservationId'
          columns={columns}
          asked={asked}
          cursor={cursor}
          empty={isFiltered ? '没有符合条件的记录，换个条件再找找' : '没有人爽约，很好'}
        />
      </div>
      <Modal
        open={open !== undefined}
        title={open && `为 ${open.rider} 免记`}
        okText='免记'
        confirmLoading={task.isRunning}
        destroyOnHidden
        onCancel={() => setOpen(undefined)}
        okButtonProps={{ htmlType: 'submit', form: 'excuse-no-show' }}
      >
        <Form
          id='excuse-no-show'
          form={form}
          preserve={false}
          layout='vertical'
          onFinish={({ excuse }) => open && set(open, true, excuse)}
        >
          <Form.Item name='excuse' label='原因' extra='乘客也会看到，例如“车晚点太久”。'>
            <Input maxLength={100} showCount autoFocus />
          </Form.Item>
          <TroubleNote trouble={task.trouble} />
        </Form>
      </Modal>
    </>
  )
}
