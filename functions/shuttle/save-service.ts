import type { AskedOf } from '../../contract/procedure'
import { saveService } from '../../contract/shuttle-grid'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { type Draft, editDraft, freeId, isRefused, isUsed, nextKey, removePart, settleTimetable } from './edit-draft'
import { readServices } from './service-rows'

type Input = AskedOf<typeof saveService>

function findKey({ db }: AskedByPerson, { orgId, timetableKey }: Draft, serviceId: string) {
  return db
    .selectFrom('timetableService')
    .select('serviceKey')
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .where('serviceId', '=', serviceId)
    .executeTakeFirst()
}

async function write(asked: AskedByPerson, draft: Draft, input: Input, known: number | undefined): Promise<string> {
  const { db } = asked
  const own = { orgId: draft.orgId, timetableKey: draft.timetableKey }
  const taken = new Set((await readServices(db, own)).map(({ serviceId }) => serviceId))
  const serviceId = input.serviceId ?? freeId(input.name || '运行日', taken)
  const serviceKey = known ?? (await nextKey(db, draft, 'timetableService'))
  const { name, rule, weekdays, startsOn = null, endsOn = null } = input
  const values = { name, rule, weekdays: [...new Set(weekdays)].sort(), startsOn, endsOn }
  await db
    .insertInto('timetableService')
    .values({ ...own, serviceKey, serviceId, ...values })
    .onConflict((one) => one.columns(['orgId', 'timetableKey', 'serviceKey']).doUpdateSet(values))
    .execute()
  await db
    .deleteFrom('serviceException')
    .where('orgId', '=', own.orgId)
    .where('timetableKey', '=', own.timetableKey)
    .where('serviceKey', '=', serviceKey)
    .execute()
  // a day that is both added and removed is removed
  const removed = new Set(input.removedDays)
  const added = new Set(input.addedDays.filter((day) => !removed.has(day)))
  const exceptions = [
    ...[...added].map((day) => ({ day, isAdded: true })),
    ...[...removed].map((day) => ({ day, isAdded: false })),
  ]
  if (exceptions.length > 0)
    await db
      .insertInto('serviceException')
      .values(exceptions.map((one) => ({ ...own, serviceKey, ...one })))
      .execute()
  return serviceId
}

export default keeper(saveService, async (input, asked) => {
  const { startsOn, endsOn } = input
  if ((startsOn === undefined) !== (endsOn === undefined)) return refuse('ENDS_BEFORE_START')
  if (startsOn !== undefined && endsOn !== undefined && endsOn < startsOn) return refuse('ENDS_BEFORE_START')
  const draft = await editDraft(asked, input)
  if (isRefused(draft)) return draft
  const known = input.serviceId === undefined ? undefined : await findKey(asked, draft, input.serviceId)
  if ((input.serviceId !== undefined || input.isRemoved) && !known) return refuse('NO_SUCH_SERVICE')
  const { timetableId: _id, revision: _revision, isRemoved, ...service } = input
  if (isRemoved && known) {
    if (await isUsed(asked.db, draft, 'timetableService', known.serviceKey)) return refuse('SERVICE_IN_USE')
    await removePart(asked.db, draft, 'timetableService', known.serviceKey)
    await settleTimetable(asked.db, draft)
    return { revision: draft.revision, service: { ...service, serviceId: input.serviceId ?? '' } }
  }
  const serviceId = await write(asked, draft, input, known?.serviceKey)
  await settleTimetable(asked.db, draft)
  const saved = (await readServices(asked.db, draft)).find((one) => one.serviceId === serviceId)
  return saved ? { revision: draft.revision, service: saved } : refuse('NO_SUCH_SERVICE')
})
