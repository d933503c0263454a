import type { SurveyDefinition } from '../../contract/survey-definition'
import { type Day, dayOf } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { templateOf } from '../../functions/survey/templates'
import { chanceOf } from './chance'
import { demoAnswers, type Mood } from './survey-answers'
import { type BoardCast, writeBoard } from './survey-board'

const zone = '+08:00'
const dayMs = 86_400_000

interface DemoSurvey {
  title: string
  template: 'core' | 'canteen'
  definition: SurveyDefinition
  status: 'published' | 'closed'
  resultsWhen: 'closed' | 'tenAnswers'
  /** Days before now it opened; it stays open for a week. */
  openedBefore: number
  /** Of those invited, how many have answered, without the first person of the roster: they may still do. */
  answered: number
  mood: Mood
}

interface Cast extends BoardCast {
  surveyorId: string
  now: number
}

/** A survey for everyone with its settled answers. Gives its id. */
async function writeOne(db: Db, { orgId, people, surveyorId, now }: Cast, survey: DemoSurvey): Promise<string> {
  const { answered, mood, openedBefore, definition, ...columns } = survey
  const chance = chanceOf(`survey ${survey.title}`)
  const surveyId = crypto.randomUUID()
  const opensAt = new Date(now - openedBefore * dayMs)
  const own = { orgId, surveyId }
  await db
    .insertInto('survey')
    .values({
      ...own,
      ...columns,
      definition: JSON.stringify({ ...definition, title: survey.title }),
      opensAt,
      closesAt: new Date(opensAt.getTime() + 7 * dayMs),
      createdBy: surveyorId,
      createdAt: opensAt,
      changedAt: opensAt,
      publishedAt: opensAt,
      isAnnounced: true,
      isReminded: survey.status === 'closed',
      isSettled: survey.status === 'closed',
    })
    .execute()
  const invited = people.map(({ personId }) => ({ ...own, personId }))
  await db.insertInto('surveyInvitation').values(invited).execute()
  const taking = new Set<number>()
  while (taking.size < Math.min(answered, people.length - 1)) taking.add(chance.whole(1, people.length - 1))
  const participations = invited.filter((_, i) => taking.has(i))
  if (participations.length > 0) await db.insertInto('surveyParticipation').values(participations).execute()
  // drawn apart from who took part, as in life
  const responses = participations.map(() => ({
    ...own,
    responseId: crypto.randomUUID(),
    answers: JSON.stringify(demoAnswers(definition, mood, chance)),
  }))
  if (responses.length > 0) await db.insertInto('surveyResponse').values(responses).execute()
  return surveyId
}

const quarterOf = (day: Day) => `${day.slice(0, 4)} 年第 ${Math.ceil(Number(day.slice(5, 7)) / 3)} 季度`

/** Two rounds of the quarterly core, one quarter apart, and what came of them. */
async function writeRounds(db: Db, cast: Cast, today: Day): Promise<number> {
  const definition = templateOf('core')
  const round = (openedBefore: number, answered: number, mood: Mood): DemoSurvey => ({
    title: `${quarterOf(dayOf(cast.now - openedBefore * dayMs, zone))}满意度调查`,
    ...{ template: 'core', status: 'closed', resultsWhen: 'closed' },
    ...{ definition, openedBefore, answered, mood },
  })
  const earlier = round(103, 58, { usual: 0.68, of: { 食堂: 0.5, 维修: 0.6 } })
  const last = round(11, 64, { usual: 0.71, of: { 食堂: 0.72, 维修: 0.62 } })
  const earlierId = await writeOne(db, cast, earlier)
  const lastId = await writeOne(db, cast, last)
  const board = { now: cast.now, today, chance: chanceOf('the board') }
  await writeBoard(db, cast, { earlierId, lastId, definition }, board)
  return earlier.answered + last.answered
}

/**
 * The demo's surveys: two rounds of the quarterly core with their results, the board, and a survey of the canteen that is
 * open; another such when the one before has closed. Gives how many answers were written. An institution in which nobody
 * runs surveys has none. `now` in epoch ms.
 */
export async function writeSurveys(db: Db, orgId: number, now: number): Promise<number> {
  const people = await db
    .selectFrom('person')
    .select(['personId', 'duties'])
    .where('orgId', '=', orgId)
    .where('status', '=', 'active')
    .orderBy('staffNumber')
    .execute()
  const surveyorId = people.find(({ duties }) => duties.includes('surveyor'))?.personId
  if (!surveyorId) return 0
  const cast = { orgId, people, surveyorId, now }
  const today = dayOf(now, zone)
  const known = await db.selectFrom('survey').select(['status', 'closesAt']).where('orgId', '=', orgId).execute()
  const before = known.length === 0 ? await writeRounds(db, cast, today) : 0
  const isOpen = known.some(({ status, closesAt }) => status === 'published' && (closesAt?.getTime() ?? 0) > now)
  if (isOpen) return before
  const answered = 34
  const month = `${Number(today.slice(5, 7))} 月`
  await writeOne(db, cast, {
    title: `${month}食堂小调查`,
    ...{ template: 'canteen', status: 'published', resultsWhen: 'tenAnswers' },
    ...{ definition: templateOf('canteen'), openedBefore: 2, answered, mood: { usual: 0.7, of: { 排队: 0.5 } } },
  })
  return before + answered
}
