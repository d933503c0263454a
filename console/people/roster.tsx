import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import type { TableColumnsType } from 'antd'
import { Button, Tag } from 'antd'
import { exportRoster, listPeople, type RosterPerson } from '../../contract/people'
import { linkTo, useParams } from '../address'
import { download } from '../ui/files'
import { PageHead } from '../ui/page-head'
import { PagedTable } from '../ui/paged-table'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { useTask } from '../ui/use-task'
import { PersonDrawer } from './person-drawer'
import { RosterFilters, readFilters } from './roster-filters'
import { exportRosterSentences, noRefusals } from './sentences'
import { StatusTag } from './status-tag'
import { dutyWords } from './words'

const columns: TableColumnsType<RosterPerson> = [
  { title: '工号', dataIndex: 'staffNumber', className: 'whole-line' },
  {
    title: '姓名',
    dataIndex: 'name',
    className: 'whole-line',
    render: (name: string, { personId }) => (
      <a href={linkTo('/people/roster', { person: personId })} onClick={(event) => event.preventDefault()}>
        {name}
      </a>
    ),
  },
  { title: '部门', dataIndex: 'departmentPath', render: (path: string[]) => path.join(' / ') },
  { title: '电话', dataIndex: 'phone', className: 'whole-line' },
  { title: '办公地点', render: (_, { site, office }) => [site, office].filter(Boolean).join(' ') },
  { title: '类别', dataIndex: 'kind', className: 'whole-line' },
  {
    title: '职责',
    dataIndex: 'duties',
    render: (duties: RosterPerson['duties']) =>
      duties.filter((duty) => duty !== 'staff').map((duty) => <Tag key={duty}>{dutyWords[duty]}</Tag>),
  },
  {
    title: '状态',
    dataIndex: 'status',
    className: 'whole-line',
    render: (status: RosterPerson['status']) => <StatusTag status={status} />,
  },
  {
    title: '账号',
    dataIndex: 'isBound',
    className: 'whole-line',
    render: (isBound: boolean) => (isBound ? '已绑定' : <span className='quiet'>未绑定</span>),
  },
]

/** The roster: search, filter, open one person; import and export. */
export default function Roster() {
  const [params, merge] = useParams()
  const filters = readFilters(params)
  const cursor = useCursor(JSON.stringify(filters))
  const asked = useAsk(listPeople, { ...filters, cursor: cursor.at, limit: 20 }, noRefusals)
  const exporting = useTask(exportRoster, exportRosterSentences)
  const isFiltered = Object.values(filters).some(Boolean)
  const importButton = (
    <Button type='primary' icon={<UploadOutlined />} href={linkTo('/people/import')}>
      导入花名册
    </Button>
  )

  async function saveExport() {
    const file = await exporting.run({})
    if (file) download(file)
  }

  return (
    <>
      <PageHead title='花名册' about='谁在本单位、属于哪个部门、担任什么职责。查看和导出个人信息会留下记录。'>
        <Button icon={<DownloadOutlined />} loading={exporting.isRunning} onClick={saveExport}>
          导出
        </Button>
        {importButton}
      </PageHead>
      <TroubleNote trouble={exporting.trouble} onRetry={saveExport} />
      <div className='sheet'>
        <RosterFilters filters={filters} change={merge} />
        <PagedTable
          label='人员名单'
          rowKey='personId'
          columns={columns}
          asked={asked}
          cursor={cursor}
          unit='人'
          empty={isFiltered ? '没有符合条件的人，换个条件再找找' : '花名册还是空的，请先导入一份 Excel 或 CSV 名单'}
          emptyAction={
            isFiltered ? (
              <Button onClick={() => merge({ query: '', department: '', status: '', duty: '' })}>清除条件</Button>
            ) : (
              importButton
            )
          }
          onRow={({ personId }) => ({ className: 'row-opens', onClick: () => merge({ person: personId }) })}
        />
      </div>
      <PersonDrawer
        personId={params.get('person') || undefined}
        onClose={() => merge({ person: '' })}
        onChanged={asked.reload}
      />
    </>
  )
}
