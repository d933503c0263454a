import { importRooms, listRoomRecords, previewRooms } from '../../contract/booking-rooms'
import type { InputOf } from '../../contract/procedure'
import { givenOrg, signedInAs } from './given'
import { fileOf } from './sheet-file'
import type { TestCloud } from './start-cloud'

type Rows = InputOf<typeof importRooms>['rows']

/** An institution with a steward, and what they do with sheets. Its one site is 本部 with a 综合楼. */
export async function roomOffice(test: TestCloud) {
  const org = await givenOrg(test)
  const { token } = await signedInAs(test, org, ['steward'])
  const preview = async (bytes: Buffer, fileName = 'a.xlsx') => {
    const answered = await test.call(previewRooms, fileOf(fileName, bytes), { token })
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const write = (rows: Rows, siteId?: string) => test.call(importRooms, { rows, siteId }, { token })
  const records = async () => (await test.call(listRoomRecords, { limit: 100 }, { token })).value?.items ?? []
  return { org, token, preview, write, records }
}

const work: [number, number][] = [[510, 1050]]
/** Weekdays 8:30–17:30. */
export const workWeek = [work, work, work, work, work, [], []]
export const everyDay = [work, work, work, work, work, work, work]

/** A row of a room in 综合楼 3层 unless it says otherwise. */
export const roomRow = (name: string, more: Partial<Rows[number]> = {}): Rows[number] => ({
  line: 2,
  building: '综合楼',
  floor: '3层',
  name,
  capacity: 20,
  opening: workWeek,
  ...more,
})
