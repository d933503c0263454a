import type { AskedOf } from '../../contract/procedure'
import { reportTicket } from '../../contract/repair'
import { isDesk } from '../../contract/repair-lifecycle'
import { formatInstant, parseInstant } from '../../contract/zone'
import { type AskedToDecide, decisiveKeeper, refuse } from '../keeper'
import { firstAnswer } from '../remember'
import { newHumanCode, newId } from '../secrets'
import { type Catalog, catalogOf, keptCatalogOf, reportable } from './catalog'
import { type JudgedReport, reportTogether } from './report-together'
import { timesOf } from './ticket-times'

type Input = AskedOf<typeof reportTicket>

const numberLength = 6
const uniqueViolation = '23505'
const text = (at: Date | null) => at?.toISOString() ?? null

/** What the answer will be and what the statement writes; made before, so that one statement can keep both. */
function judged(
  input: Input,
  asked: AskedToDecide,
  catalog: Catalog,
  kind: string,
): { answer: string; wish: JudgedReport } {
  const { person, now } = asked
  const { calendar, categoryOf, revision } = catalog
  const ticketId = newId(now)
  const number = newHumanCode(numberLength)
  const limits = categoryOf.get(input.categoryId)?.limits[input.urgency] ?? {}
  const times = timesOf([{ kind: 'reported', cycle: 1, at: now, limits }], calendar, now, { cycle: 1, done: new Set() })
  const shown = (at: Date | null) => (at ? formatInstant(at.getTime(), person.zone) : undefined)
  const answer = JSON.stringify({
    value: {
      ticketId,
      number,
      status: 'new',
      createdAt: formatInstant(now, person.zone),
      responseDueAt: shown(times.responseDueAt),
      resolveDueAt: shown(times.resolveDueAt),
    },
  })
  const { placeId, assetId, requesterId = person.personId } = input
  const wish: JudgedReport = {
    asker: person.personId,
    key: asked.command.key,
    fingerprint: `\\x${asked.command.fingerprint.toString('hex')}`,
    asked_at: new Date(now).toISOString(),
    answer,
    judged_revision: revision,
    ticket: ticketId,
    number,
    kind,
    category: input.categoryId,
    place: placeId ?? null,
    place_note: input.placeNote,
    asset: assetId ?? null,
    urgency: input.urgency,
    words: input.words,
    answers: input.answers,
    wanted_from: input.wantedFrom ?? null,
    wanted_until: input.wantedUntil ?? null,
    phone: input.phone,
    channel: input.channel,
    requester: requesterId,
    owner: isDesk(person.duties) && requesterId !== person.personId ? person.personId : null,
    response_due_at: text(times.responseDueAt),
    plan_due_at: text(times.planDueAt),
    resolve_due_at: text(times.resolveDueAt),
    is_provisional: times.isProvisional,
    due_at: times.dueAt.toISOString(),
    steps: JSON.parse(times.steps),
    event_data: { channel: input.channel, limits },
    audit_detail: { ticketId, number, categoryId: input.categoryId, placeId, requesterId },
  }
  return { answer, wish }
}

/** What of a report cannot be, whatever the catalog says; a refusal or undefined. */
async function problemOf(input: Input, asked: AskedToDecide) {
  const { person, db, orgId } = asked
  const isForOther = input.requesterId !== undefined && input.requesterId !== person.personId
  const isTakenIn = !['app', 'door'].includes(input.channel)
  if ((isForOther || isTakenIn) && !isDesk(person.duties)) return refuse('NOT_FOR_OTHERS')
  const [from, until] = [input.wantedFrom, input.wantedUntil].map((at) => (at ? parseInstant(at) : undefined))
  if (from !== undefined && until !== undefined && until <= from) return refuse('ENDS_BEFORE_START')
  if (!input.placeId && input.placeNote === '') return refuse('NEEDS_PLACE')
  if (input.assetId && !input.placeId) return refuse('NO_SUCH_ASSET')
  if (!isForOther) return undefined
  const requester = await db
    .selectFrom('person')
    .select('personId')
    .where('orgId', '=', orgId)
    .where('personId', '=', input.requesterId ?? '')
    .where('status', '<>', 'left')
    .executeTakeFirst()
  return requester ? undefined : refuse('NO_SUCH_PERSON')
}

const isDoubledNumber = (cause: unknown) =>
  (cause as { code?: string; constraint?: string }).code === uniqueViolation &&
  (cause as { constraint?: string }).constraint?.includes('number') === true

export default decisiveKeeper(reportTicket, async (input, asked) => {
  const problem = await problemOf(input, asked)
  if (problem) return problem
  let catalog = await keptCatalogOf(asked)
  for (let tries = 1; tries <= 5; tries++) {
    if (tries > 1) catalog = await catalogOf(asked)
    const category = reportable(catalog, input.categoryId)
    // only the catalog as it is now may say no
    if (!category && tries === 1) continue
    if (!category) return refuse('NO_SUCH_CATEGORY')
    if (category.kind === 'praise' && input.words === '') return refuse('NEEDS_WORDS')
    const { answer, wish } = judged(input, asked, catalog, category.kind)
    const outcome = await reportTogether(asked.cloud.pool, asked.orgId, wish).catch((cause: unknown) => {
      if (isDoubledNumber(cause)) return 'stale' as const
      throw cause
    })
    if (outcome === 'reported') return { rememberedAnswer: answer }
    if (outcome === 'stale') continue
    const first = await firstAnswer(asked.db, asked, asked.command)
    if (first !== undefined) return { rememberedAnswer: first }
    if (outcome === 'noPlace') return refuse('NO_SUCH_PLACE')
    if (outcome === 'noAsset') return refuse('NO_SUCH_ASSET')
  }
  throw new Error('the catalog kept changing while a ticket was being reported')
})
