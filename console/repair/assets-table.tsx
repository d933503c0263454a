import { Button, type TableColumnsType, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { Asset } from '../../contract/repair-catalog'
import { linkTo, useParams } from '../address'
import { PagedTable } from '../ui/paged-table'
import { SearchBox } from '../ui/search-box'
import type { Asked } from '../ui/use-ask'
import type { Cursor } from '../ui/use-cursor'

const columns: TableColumnsType<Asset> = [
  {
    title: '设备',
    dataIndex: 'name',
    className: 'whole-line',
    render: (name: string, { assetId, isRetired }) => (
      <>
        <a href={linkTo('/repair/places', { tab: 'assets', asset: assetId })} onClick={(e) => e.preventDefault()}>
          {name}
        </a>
        {isRetired && <Tag style={{ marginInlineStart: 8 }}>已停用</Tag>}
      </>
    ),
  },
  { title: '资产编号', dataIndex: 'assetNumber', className: 'whole-line' },
  { title: '型号', dataIndex: 'model', className: 'whole-line' },
  { title: '在哪里', dataIndex: 'place', className: 'whole-line' },
  {
    title: '未完成工单',
    dataIndex: 'openTickets',
    align: 'right',
    className: 'whole-line',
    render: (open: number) => (open > 0 ? <strong>{open}</strong> : <span className='quiet'>—</span>),
  },
  {
    title: '累计工单',
    dataIndex: 'tickets',
    align: 'right',
    className: 'whole-line',
    render: (tickets: number) => tickets || <span className='quiet'>—</span>,
  },
  { title: '短码', dataIndex: 'humanCode', className: 'whole-line', render: (code: string) => <code>{code}</code> },
]

interface Props {
  asked: Asked<{ items: Asset[]; nextCursor?: string; total?: number }>
  cursor: Cursor
  chosen: readonly string[]
  onChoose: (assetIds: string[]) => void
  /** What stands before the filters. */
  children: ReactNode
}

/** Assets, searched by name, number, model or place; a row opens its drawer. */
export function AssetsTable({ asked, cursor, chosen, onChoose, children }: Props) {
  const [params, merge] = useParams()
  const query = params.get('query') || undefined
  return (
    <>
      <search className='filters'>
        {children}
        <SearchBox
          label='搜索设备'
          placeholder='名称、编号、地点或短码'
          value={query}
          onSearch={(changed) => merge({ query: changed })}
        />
      </search>
      <PagedTable
        label='设备名单'
        rowKey='assetId'
        columns={columns}
        asked={asked}
        cursor={cursor}
        unit='台'
        empty={
          query
            ? '没有符合条件的设备，换个条件再找找'
            : '还没有设备。给常坏的设备建一条、贴一张码，报修时就能指明是哪一台'
        }
        emptyAction={
          query ? (
            <Button onClick={() => merge({ query: '' })}>清除条件</Button>
          ) : (
            <Button onClick={() => merge({ asset: 'new' })}>添加设备</Button>
          )
        }
        rowSelection={{
          selectedRowKeys: [...chosen],
          preserveSelectedRowKeys: true,
          onChange: (keys) => onChoose(keys.map(String)),
        }}
        onRow={({ assetId }) => ({ className: 'row-opens', onClick: () => merge({ asset: assetId }) })}
      />
    </>
  )
}
