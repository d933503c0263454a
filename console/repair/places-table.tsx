import { Button, type TableColumnsType, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { PlaceRecord } from '../../contract/repair-catalog'
import { linkTo, useParams } from '../address'
import { PagedTable } from '../ui/paged-table'
import { SearchBox } from '../ui/search-box'
import type { Asked } from '../ui/use-ask'
import type { Cursor } from '../ui/use-cursor'
import { BuildingChoice, type useBuildings } from './building-choice'
import { photoPolicies } from './place-form'

const columns: TableColumnsType<PlaceRecord> = [
  {
    title: '地点',
    dataIndex: 'name',
    className: 'whole-line',
    render: (name: string, { placeId, isRoom }) => (
      <>
        <a href={linkTo('/repair/places', { place: placeId })} onClick={(event) => event.preventDefault()}>
          {name}
        </a>
        {isRoom && <Tag style={{ marginInlineStart: 8 }}>会议室</Tag>}
      </>
    ),
  },
  { title: '院区', dataIndex: 'site', className: 'whole-line' },
  { title: '楼宇、楼层', className: 'whole-line', render: (_, { building, floor }) => `${building} ${floor}` },
  {
    title: '照片',
    dataIndex: 'photoPolicy',
    className: 'whole-line',
    render: (policy: PlaceRecord['photoPolicy']) =>
      policy === 'allowed' ? (
        photoPolicies[policy].name
      ) : (
        <Tag color={policy === 'forbidden' ? 'red' : 'gold'}>{photoPolicies[policy].name}</Tag>
      ),
  },
  {
    title: '设备',
    dataIndex: 'assets',
    align: 'right',
    className: 'whole-line',
    render: (assets: number) => assets || <span className='quiet'>—</span>,
  },
  { title: '短码', dataIndex: 'humanCode', className: 'whole-line', render: (code: string) => <code>{code}</code> },
  {
    title: '状态',
    dataIndex: 'isRetired',
    className: 'whole-line',
    render: (isRetired: boolean) => (isRetired ? <Tag>已停用</Tag> : '使用中'),
  },
]

interface Props {
  asked: Asked<{ items: PlaceRecord[]; nextCursor?: string; total?: number }>
  cursor: Cursor
  buildings: ReturnType<typeof useBuildings>
  chosen: readonly string[]
  onChoose: (placeIds: string[]) => void
  /** What stands before the filters. */
  children: ReactNode
}

/** Places, searched and narrowed by building; a row opens its drawer. */
export function PlacesTable({ asked, cursor, buildings, chosen, onChoose, children }: Props) {
  const [params, merge] = useParams()
  const query = params.get('query') || undefined
  const building = params.get('building') || undefined
  const isFiltered = Boolean(query || building)
  return (
    <>
      <search className='filters'>
        {children}
        <SearchBox
          label='搜索地点'
          placeholder='名称、拼音、楼层或短码'
          value={query}
          onSearch={(changed) => merge({ query: changed })}
        />
        <BuildingChoice
          label='楼宇'
          placeholder='全部楼宇'
          width={180}
          isOptional
          buildings={buildings}
          value={building}
          onChange={(changed) => merge({ building: changed })}
        />
      </search>
      <PagedTable
        label='地点名单'
        rowKey='placeId'
        columns={columns}
        asked={asked}
        cursor={cursor}
        unit='处'
        empty={isFiltered ? '没有符合条件的地点，换个条件再找找' : '还没有地点。会议室会自动出现，其他地点请逐个添加'}
        emptyAction={
          isFiltered ? (
            <Button onClick={() => merge({ query: '', building: '' })}>清除条件</Button>
          ) : (
            <Button onClick={() => merge({ place: 'new' })}>添加地点</Button>
          )
        }
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          onChange: (keys) => onChoose(keys.map(String)),
        }}
        onRow={({ placeId }) => ({ className: 'row-opens', onClick: () => merge({ place: placeId }) })}
      />
    </>
  )
}
