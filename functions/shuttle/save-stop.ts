import { saveStop } from '../../contract/shuttle-grid'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { type Draft, editDraft, freeId, isRefused, isUsed, nextKey, removePart, settleTimetable } from './edit-draft'

function stopsOf({ db }: AskedByPerson, { orgId, timetableKey }: Draft) {
  return db
    .selectFrom('timetableStop')
    .select(['stopKey', 'stopId'])
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .execute()
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
    if (await isUsed(db, draft, 'timetableStop', known.stopKey)) return refuse('STOP_IN_USE')
    await removePart(db, draft, 'timetableStop', known.stopKey)
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
