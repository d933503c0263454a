import { sql } from 'kysely'
import { itemsOf, type SurveyDefinition } from '../../contract/survey-definition'
import { addDays, type Day } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { newId } from '../../functions/secrets'
import type { Chance } from './chance'

const dayMs = 86_400_000

interface Voices {
  better: number
  same: number
  worse: number
}

/** What stands on the board. A closed one was measured by both rounds; `about` finds the question by a word of it. */
const actions = [
  {
    about: '食堂',
    status: 'closed',
    need: '午餐高峰排队太久',
    measure: '一食堂加开一个窗口，11:30 到 12:30 由两人打菜。',
    reason: '高峰排队从十来分钟降到五分钟左右，下一季度接着看。',
    owner: 'kitchen',
    dueInDays: -40,
    doneBefore: 45,
    changedBefore: 3,
    voices: { better: 46, same: 9, worse: 3 },
  },
  {
    about: '维修',
    status: 'done',
    need: '报修以后不知道什么时候有人来',
    measure: '派单后两小时内约好上门时间，手机上看得到。',
    reason: '',
    owner: 'dispatcher',
    dueInDays: -2,
    doneBefore: 2,
    changedBefore: 2,
    voices: { better: 12, same: 7, worse: 1 },
  },
  {
    about: '环境',
    status: 'adopted',
    need: '科研楼卫生间的洗手液常常是空的',
    measure: '每天上午、下午各查一次，缺了当场补上。',
    reason: '',
    owner: 'manager',
    dueInDays: 10,
    changedBefore: 1,
  },
] as const

export interface BoardCast {
  orgId: number
  /** In the order of staff numbers. */
  people: readonly { personId: string; duties: readonly string[] }[]
}

interface Rounds {
  earlierId: string
  lastId: string
  definition: SurveyDefinition
}

async function meanOf(db: Db, orgId: number, surveyId: string, item: string): Promise<number> {
  const { rows } = await sql<{ mean: number }>`
    SELECT avg((answers -> ${item}::text ->> 'number')::double precision) AS mean FROM survey_response
    WHERE org_id = ${orgId} AND survey_id = ${surveyId}`.execute(db)
  return rows[0]?.mean ?? 0
}

/** One voice each, of people chosen one after the other. */
function voiceRows({ orgId, people }: BoardCast, actionId: string, voices: Voices, chance: Chance) {
  const first = chance.whole(20, 200)
  const all = (['better', 'same', 'worse'] as const).flatMap((vote) => Array.from({ length: voices[vote] }, () => vote))
  return all.flatMap((vote, i) => {
    const personId = people[(first + i) % people.length]?.personId
    return personId ? [{ orgId, actionId, personId, vote }] : []
  })
}

/** Suggestions: one waits, one was put off, with the reason. */
async function writeSuggestions(db: Db, { orgId, people }: BoardCast, now: number): Promise<void> {
  const [waiting, putOff] = [people[30], people[40]]
  if (!waiting || !putOff) return
  const suggestion = { orgId, isSuggestion: true }
  const asked = (days: number) => ({ createdAt: new Date(now - days * dayMs), changedAt: new Date(now - days * dayMs) })
  await db
    .insertInto('surveyAction')
    .values([
      {
        ...suggestion,
        ...asked(1),
        actionId: crypto.randomUUID(),
        need: '希望图书档案馆的自习区开到晚上九点。',
        suggestedBy: waiting.personId,
      },
      {
        ...suggestion,
        ...asked(6),
        actionId: crypto.randomUUID(),
        need: '周末也希望食堂供餐。',
        status: 'postponed',
        reason: '周末就餐人数还不够一个班次，已经请大家登记，满 60 人就开。',
        suggestedBy: putOff.personId,
      },
    ])
    .execute()
}

/** The board of a demo: three actions with voices, and two suggestions. */
export async function writeBoard(
  db: Db,
  cast: BoardCast,
  { earlierId, lastId, definition }: Rounds,
  { now, today, chance }: { now: number; today: Day; chance: Chance },
): Promise<void> {
  const { orgId, people } = cast
  const measuring = itemsOf(definition).filter(({ kind }) => kind === 'csat' || kind === 'scale' || kind === 'nps')
  for (const { about, owner, status, need, measure, reason, dueInDays, changedBefore, ...more } of actions) {
    const item = (measuring.find(({ title }) => title.includes(about)) ?? measuring[0])?.code
    const ownerId = people.find(({ duties }) => duties.includes(owner))?.personId
    if (!item || !ownerId) continue
    const actionId = newId(now)
    const isClosed = status === 'closed'
    const measured = isClosed
      ? {
          measuredBy: lastId,
          meanBefore: await meanOf(db, orgId, earlierId, item),
          meanAfter: await meanOf(db, orgId, lastId, item),
        }
      : {}
    await db
      .insertInto('surveyAction')
      .values({
        ...{ orgId, actionId, need, measure, status, reason, ownerId, item },
        surveyId: isClosed ? earlierId : lastId,
        dueOn: addDays(today, dueInDays),
        createdAt: new Date(now - (isClosed ? 80 : 4) * dayMs),
        changedAt: new Date(now - changedBefore * dayMs),
        doneAt: 'doneBefore' in more ? new Date(now - more.doneBefore * dayMs) : null,
        ...measured,
      })
      .execute()
    if (!('voices' in more)) continue
    await db
      .insertInto('surveyVote')
      .values(voiceRows(cast, actionId, more.voices, chance))
      .execute()
  }
  await writeSuggestions(db, cast, now)
}
