import { saveStop } from '../../contract/shuttle-grid'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { type Draft, editDraft, freeId, isRefused, nextKey, settleTimetable } from './edit-draft'

function stopsOf({ db }: AskedByPerson, { orgId, timetableKey }: Draft) {
  return db
    .selectFrom('timetableStop')
    .select(['stopKey', 'stopId'])
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .execute()
}

async function isUsed({ db }: AskedByPerson, { orgId, timetableKey }: Draft, stopKey: number): Promise<boolean> {
  const time = await db
    .selectFrom('stopTime')
    .select('tripKey')
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .where('stopKey', '=', stopKey)
    .limit(1)
    .executeTakeFirst()
  return time !== undefined
}

export default keeper(saveStop, async (input, asked) => {
  const { db } = asked
  const draft = await editDraft(asked, input)
  if (isRefused(draft)) return draft
  const own = { orgId: draft.orgId, timetableKey: draft.timetableKey }
  const stops = await stopsOf(asked, draft)
  const known = stops.find(({ stopId }) => stopId === input.stopId)
  if ((input.stopId !== undefined || input.isRemoved) && !known) return refuse('NO_SUCH_STOP')
  const { name, code, lat, lon } = input
  const stopId = input.stopId ?? freeId(name, new Set(stops.map((stop) => stop.stopId)))
  const stop = { stopId, name, code, ...(lat === undefined ? {} : { lat }), ...(lon === undefined ? {} : { lon }) }
  if (input.isRemoved && known) {
    if (await isUsed(asked, draft, known.stopKey)) return refuse('STOP_IN_USE')
    await db
      .deleteFrom('timetableStop')
      .where('orgId', '=', own.orgId)
      .where('timetableKey', '=', own.timetableKey)
      .where('stopKey', '=', known.stopKey)
      .execute()
  } else {
    const { pinyin, initials } = documentsOf(asked.cloud).pinyinOf(name)
    const values = { name, code, lat: lat ?? null, lon: lon ?? null, pinyin, initials }
    const stopKey = known?.stopKey ?? (await nextKey(db, draft, 'timetableStop'))
    await db
      .insertInto('timetableStop')
      .values({ ...own, stopKey, stopId, ...values })
      .onConflict((one) => one.columns(['orgId', 'timetableKey', 'stopKey']).doUpdateSet(values))
      .execute()
  }
  await settleTimetable(db, draft)
  return { revision: draft.revision, stop }
})
