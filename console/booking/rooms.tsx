import { PlusOutlined, PrinterOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Select, type TableColumnsType, Tag } from 'antd'
import { useState } from 'react'
import { listPlaces, listRoomRecords, type RoomRecord } from '../../contract/booking-rooms'
import { linkTo, useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { PagedTable } from '../ui/paged-table'
import { SearchBox } from '../ui/search-box'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { weekText } from '../ui/week-text'
import { Labels } from './labels'
import { RoomDrawer } from './room-drawer'
import { noRefusals } from './sentences'
import { equipmentNames } from './words'

function RoomState({ room: { isRetired, rules } }: { room: RoomRecord }) {
  if (isRetired) return <Tag>已停用</Tag>
  return rules.isBookable ? '可预订' : <Tag color='gold'>暂停预订</Tag>
}

function whoMayBook({ openToDepartmentIds, windows }: RoomRecord['rules']): string {
  const open = openToDepartmentIds.length ? `${openToDepartmentIds.length} 个部门` : '全体'
  return windows.length ? `${open}（有专用时段）` : open
}

const columns: TableColumnsType<RoomRecord> = [
  {
    title: '会议室',
    dataIndex: 'name',
    className: 'whole-line',
    render: (name: string, { roomId }) => (
      <a href={linkTo('/booking/rooms', { room: roomId })} onClick={(event) => event.preventDefault()}>
        {name}
      </a>
    ),
  },
  { title: '院区', dataIndex: 'site', className: 'whole-line' },
  { title: '楼宇、楼层', className: 'whole-line', render: (_, { building, floor }) => `${building} ${floor}` },
  { title: '容量', align: 'right', className: 'whole-line', render: (_, { rules }) => rules.capacity },
  {
    title: '设备',
    className: 'broad-cell',
    dataIndex: 'equipment',
    render: (equipment: RoomRecord['equipment']) => equipment.map((word) => equipmentNames[word]).join('、'),
  },
  {
    title: '开放时间',
    className: 'whole-line',
    render: (_, { rules }) =>
      weekText(rules.opening)
        .split('；')
        .map((line) => <div key={line}>{line}</div>),
  },
  { title: '谁可以订', className: 'whole-line', render: (_, { rules }) => whoMayBook(rules) },
  { title: '房间码', dataIndex: 'humanCode', className: 'whole-line', render: (code: string) => <code>{code}</code> },
  { title: '状态', className: 'whole-line', render: (_, room) => <RoomState room={room} /> },
]

/** The directory of rooms: search, edit, import, print labels. */
export default function Rooms() {
  const [params, merge] = useParams()
  const query = params.get('query') || undefined
  const siteId = params.get('site') || undefined
  const cursor = useCursor(JSON.stringify([query, siteId]))
  const asked = useAsk(listRoomRecords, { query, siteId, cursor: cursor.at, limit: 20 }, noRefusals)
  const places = useAsk(listPlaces, {}, noRefusals)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isPrinting, setIsPrinting] = useState(false)
  const isFiltered = Boolean(query || siteId)
  const importButton = (
    <Button icon={<UploadOutlined />} href={linkTo('/booking/import')}>
      导入
    </Button>
  )

  return (
    <>
      <PageHead title='会议室目录' about='每间会议室在哪里、有什么、谁在什么时候可以预订。'>
        <Button icon={<PrinterOutlined />} onClick={() => setIsPrinting(true)}>
          {chosen.length ? `打印 ${chosen.length} 间的门牌` : '打印全部门牌'}
        </Button>
        {importButton}
        <Button type='primary' icon={<PlusOutlined />} onClick={() => merge({ room: 'new' })}>
          添加会议室
        </Button>
      </PageHead>
      <div className='sheet'>
        <search className='filters'>
          <SearchBox
            label='搜索会议室'
            placeholder='名称、拼音或首字母'
            value={query}
            onSearch={(changed) => merge({ query: changed })}
          />
          <Select
            aria-label='院区'
            placeholder='全部院区'
            style={{ width: 180 }}
            allowClear
            loading={places.isLoading}
            options={places.value?.sites.map((site) => ({ value: site.siteId, label: site.name }))}
            value={siteId}
            onChange={(site?: string) => merge({ site })}
          />
        </search>
        <PagedTable
          label='会议室名单'
          rowKey='roomId'
          columns={columns}
          asked={asked}
          cursor={cursor}
          unit='间'
          empty={isFiltered ? '没有符合条件的会议室，换个条件再找找' : '还没有会议室，请逐间添加，或导入一份表格'}
          emptyAction={
            isFiltered ? <Button onClick={() => merge({ query: '', site: '' })}>清除条件</Button> : importButton
          }
          rowSelection={{
            selectedRowKeys: [...chosen],
            preserveSelectedRowKeys: true,
            onChange: (keys) => setChosen(keys.map(String)),
          }}
          onRow={({ roomId }) => ({ className: 'row-opens', onClick: () => merge({ room: roomId }) })}
        />
      </div>
      <RoomDrawer
        wanted={params.get('room') || undefined}
        rooms={asked.value?.items}
        sites={places.value?.sites ?? []}
        onOpen={(room) => merge({ room })}
        onClose={() => merge({ room: '' })}
        onChanged={asked.reload}
      />
      {isPrinting && <Labels roomIds={chosen} onClose={() => setIsPrinting(false)} />}
    </>
  )
}
