import { importRoster, listPeople, previewRoster } from '../../contract/people'
import type { InputOf } from '../../contract/procedure'
import { givenOrg, signedInAs } from './given'
import { fileOf } from './sheet-file'
import type { TestCloud } from './start-cloud'

type Rows = InputOf<typeof importRoster>['rows']

/** An institution with an administrator, and what they do with sheets. */
export async function rosterOffice(test: TestCloud) {
  const org = await givenOrg(test)
  const { token, personId } = await signedInAs(test, org, ['admin'], { staffNumber: 'ADMIN', name: '管理员' })
  const preview = async (bytes: Buffer, fileName = 'a.xlsx') => {
    const answered = await test.call(previewRoster, fileOf(fileName, bytes), { token })
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const write = (rows: Rows, leftPersonIds: string[] = []) =>
    test.call(importRoster, { rows, leftPersonIds }, { token })
  const people = async () => (await test.call(listPeople, { limit: 100 }, { token })).value?.items ?? []
  return { org, token, personId, preview, write, people }
}

export const rosterHeader = ['工号', '姓名', '部门', '科室', '联系电话', '备注']

/** A row of somebody in 后勤处/维修班 unless it says otherwise. */
export const rosterRow = (staffNumber: string, name: string, more: Partial<Rows[number]> = {}): Rows[number] => ({
  line: 2,
  staffNumber,
  name,
  departmentPath: ['后勤处', '维修班'],
  ...more,
})
