import { Button, Result, Select } from 'antd'
import { useState } from 'react'
import { importRoster, previewRoster } from '../../contract/people'
import type { InputOf } from '../../contract/procedure'
import { linkTo } from '../address'
import type { Lined, Said, SheetColumn } from '../ui/import/kinds'
import { textColumn } from '../ui/import/text-column'
import { ImportWizard } from '../ui/import/wizard'
import { PageHead } from '../ui/page-head'
import { useTask } from '../ui/use-task'
import { DoubledNumbers } from './doubled-numbers'
import { MissingPeople } from './missing-people'
import { importRosterSentences, previewRosterSentences } from './sentences'
import { dutyOptions, dutyWords, statusOptions, statusWords } from './words'

type RosterRow = InputOf<typeof importRoster>['rows'][number]
type TextField = 'staffNumber' | 'name' | 'phone' | 'office' | 'site' | 'kind' | 'note'

const columns: readonly SheetColumn<RosterRow>[] = [
  textColumn('staffNumber', '工号', 110, 30),
  textColumn('name', '姓名', 110, 30),
  {
    field: 'departmentPath',
    title: '部门',
    width: 220,
    show: (row) => row.departmentPath.join(' / '),
    edit: (row, change) => (
      <Select
        aria-label='部门，从上级到下级'
        mode='tags'
        open={false}
        suffixIcon={null}
        tokenSeparators={['/', '／', '、']}
        style={{ width: '100%' }}
        placeholder='上级/下级，按回车'
        value={row.departmentPath}
        onChange={(departmentPath) => change({ departmentPath })}
      />
    ),
  },
  textColumn('phone', '电话', 150, 30),
  textColumn('office', '办公地点', 140, 60),
  textColumn('site', '院区', 110, 60),
  textColumn('kind', '人员类别', 110, 30),
  {
    field: 'duties',
    title: '职责',
    width: 160,
    show: (row) => row.duties?.map((duty) => dutyWords[duty]).join('、'),
    edit: (row, change) => (
      <Select
        aria-label='职责'
        mode='multiple'
        style={{ width: '100%' }}
        options={dutyOptions}
        value={row.duties}
        onChange={(duties) => change({ duties })}
      />
    ),
  },
  {
    field: 'status',
    title: '状态',
    width: 100,
    show: (row) => statusWords[row.status ?? 'active'],
    edit: (row, change) => (
      <Select
        aria-label='状态'
        style={{ width: '100%' }}
        options={statusOptions}
        value={row.status}
        onChange={(status) => change({ status })}
      />
    ),
  },
  textColumn('note', '备注', 150, 200),
]

function startRow(place: Lined, said: Said): RosterRow {
  const text = (field: TextField) => said(field)[0] ?? ''
  return {
    ...place,
    staffNumber: text('staffNumber'),
    name: text('name'),
    departmentPath: said('departmentPath'),
    phone: text('phone'),
    office: text('office'),
    site: text('site'),
    kind: text('kind'),
    note: text('note'),
    duties: [],
    status: 'active',
  }
}

/** The roster from a sheet: choose, check, confirm; who is not in the sheet may be marked as left. */
export default function ImportRoster() {
  const preview = useTask(previewRoster, previewRosterSentences)
  const write = useTask(importRoster, importRosterSentences)
  const [leftIds, setLeftIds] = useState<readonly string[]>([])
  return (
    <>
      <PageHead title='导入花名册' about={<a href={linkTo('/people/roster')}>返回花名册</a>} />
      <ImportWizard
        hint='表头应有“工号”“姓名”“部门”，可以有科室、联系电话、办公地点、人员类别、院区和备注。同一份表格导入两次不会重复。'
        columns={columns}
        startRow={startRow}
        preview={{
          ...preview,
          run: (file) => {
            setLeftIds([])
            return preview.run(file)
          },
        }}
        write={{ ...write, run: (rows: RosterRow[]) => write.run({ rows, leftPersonIds: [...leftIds] }) }}
        explain={({ detail }) => <DoubledNumbers detail={detail} />}
        missing={(people) => <MissingPeople people={people} chosen={leftIds} onChoose={setLeftIds} />}
        alsoDone={leftIds.length ? `另有 ${leftIds.length} 人标记为已离开，会立即退出登录。` : undefined}
        result={({ added, changed, same, left }, again) => (
          <Result
            status='success'
            title='花名册已更新'
            subTitle={`新增 ${added} 人，变更 ${changed} 人，不变 ${same} 人，标记离开 ${left} 人。`}
            extra={[
              <Button key='roster' type='primary' href={linkTo('/people/roster')}>
                查看花名册
              </Button>,
              <Button key='again' onClick={again}>
                再导入一份
              </Button>,
            ]}
          />
        )}
      />
    </>
  )
}
