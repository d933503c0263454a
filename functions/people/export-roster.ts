import { exportRoster, type PersonStatus } from '../../contract/people'
import type { Duty } from '../../contract/procedure'
import { dayOf } from '../../contract/zone'
import { documentsOf } from '../documents/documents'
import { keeper } from '../keeper'
import { dutyWords, inOrder } from './read-duties'
import { statusWords } from './read-status'
import { selectRoster } from './roster-person'

const header = ['工号', '姓名', '部门', '联系电话', '办公地点', '院区', '人员类别', '职责', '状态', '备注']

export default keeper(exportRoster, async (_input, { cloud, db, now, orgId, person, note }) => {
  const people = await selectRoster(db, orgId).orderBy('p.staffNumber').execute()
  const rows = people.map((p) => [
    p.staffNumber,
    p.name,
    p.departmentPath.join('/'),
    p.phone,
    p.office,
    p.site ?? '',
    p.kind,
    inOrder(p.duties as Duty[])
      .flatMap((duty) => (duty === 'staff' ? [] : dutyWords[duty]))
      .join('、'),
    statusWords[p.status as PersonStatus],
    p.note,
  ])
  const workbook = await documentsOf(cloud).writeWorkbook([{ name: '花名册', header, rows }])
  note({ people: people.length })
  return { fileName: `${person.orgName}花名册 ${dayOf(now, person.zone)}.xlsx`, content: workbook.toString('base64') }
})
