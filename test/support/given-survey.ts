import type * as v from 'valibot'
import type { answers } from '../../contract/survey-answering'
import type { SurveyDefinition, SurveyItem } from '../../contract/survey-definition'
import { type GivenOrg, givenPerson } from './given'
import type { TestCloud } from './start-cloud'

const dayMs = 24 * 3_600_000

/** Options `o1`, `o2` … with these texts. */
const optionsOf = (...texts: string[]) => texts.map((text, i) => ({ code: `o${i + 1}`, text }))

/** q1 where one eats (o1, o2; required), q2 how satisfied one is (1 to 5), q3 what comes first (shown at o2), q4 words. */
export const smallDefinition: SurveyDefinition = {
  version: 1,
  title: '食堂小问卷',
  intro: '请花一分钟告诉我们。',
  thanks: '谢谢您的意见。',
  pages: [
    {
      items: [
        {
          kind: 'single',
          code: 'q1',
          title: '您常去哪个食堂？',
          hint: '',
          isRequired: true,
          isRandom: false,
          options: optionsOf('东食堂', '西食堂'),
        },
        { kind: 'csat', code: 'q2', title: '您对食堂满意吗？', hint: '', isRequired: true, hasDontKnow: true },
      ],
    },
    {
      items: [
        {
          kind: 'multiple',
          code: 'q3',
          title: '最想先改哪里？',
          hint: '',
          isRequired: false,
          isRandom: false,
          least: 0,
          options: optionsOf('口味', '排队', '价格'),
          visibleIf: { op: 'chose', item: 'q1', option: 'o2' },
        },
        { kind: 'longText', code: 'q4', title: '还有什么想说的？', hint: '', isRequired: false },
      ],
    },
  ],
}

/** A definition of one page with these items. */
export function definitionOf(items: SurveyItem[], more: Partial<SurveyDefinition> = {}): SurveyDefinition {
  return { version: 1, title: '测试问卷', intro: '', thanks: '', pages: [{ items }], ...more }
}

export interface GivenSurvey {
  surveyId: string
  /** Of the row; answers come back with it. */
  revision: number
  /** Those invited, in the order they were made; the first `answers` of them have taken part. */
  personIds: string[]
}

interface Options {
  title?: string
  definition?: SurveyDefinition
  template?: string
  /** Published and open by default. */
  status?: 'draft' | 'published' | 'closed'
  isAnonymous?: boolean
  resultsWhen?: 'closed' | 'tenAnswers'
  isOpenToStaff?: boolean
  /** Epoch ms; by default a day ago, and in six days, or an hour ago when closed. */
  opensAt?: number
  closesAt?: number
  /** How many people are made and invited besides `personIds`: as many as are needed to answer, at least 3. */
  invited?: number
  /** Somebody who is there already, invited before those made. */
  personIds?: readonly string[]
  /** Already in their last place, by as many of those invited (paper ones apart). */
  answers?: readonly v.InferInput<typeof answers>[]
  /** Whether all answers are in their last place; a closed one's are unless said. */
  isSettled?: boolean
  /** Handed in on paper. */
  paper?: readonly v.InferInput<typeof answers>[]
  /** Who made it; somebody new unless given. */
  createdBy?: string
}

/** A survey written directly into the tables, with people invited and answers settled; nobody was told of it. */
export async function givenSurvey(house: TestCloud, org: GivenOrg, options: Options = {}): Promise<GivenSurvey> {
  const { db } = house.cloud
  const { orgId } = org
  const now = house.cloud.clock()
  const { status = 'published', isAnonymous = true, answers = [], paper = [] } = options
  const definition = options.definition ?? smallDefinition
  const surveyId = crypto.randomUUID()
  const opensAt = options.opensAt ?? now - dayMs
  const closesAt = options.closesAt ?? (status === 'closed' ? now - dayMs / 24 : now + 6 * dayMs)
  const isOut = status !== 'draft'
  await db
    .insertInto('survey')
    .values({
      orgId,
      surveyId,
      title: options.title ?? definition.title,
      status,
      template: options.template ?? 'blank',
      definition: JSON.stringify(definition),
      isAnonymous,
      resultsWhen: options.resultsWhen ?? 'closed',
      isOpenToStaff: options.isOpenToStaff ?? true,
      opensAt: isOut ? new Date(opensAt) : null,
      closesAt: isOut ? new Date(closesAt) : null,
      createdBy: options.createdBy ?? (await givenPerson(house, org, { name: '问卷员' })).personId,
      createdAt: new Date(opensAt),
      changedAt: new Date(opensAt),
      publishedAt: isOut ? new Date(opensAt) : null,
      isAnnounced: isOut,
      isSettled: options.isSettled ?? status === 'closed',
    })
    .execute()
  if (!isOut) return { surveyId, revision: 1, personIds: [] }
  const personIds = [...(options.personIds ?? [])]
  const wanted = options.invited ?? Math.max(3, answers.length - personIds.length)
  const made = Array.from({ length: wanted }, (_, i) => givenPerson(house, org, { name: `受访${i + 1}` }))
  personIds.push(...(await Promise.all(made)).map(({ personId }) => personId))
  if (answers.length > personIds.length) throw new Error('more answers than people invited')
  const invitations = personIds.map((personId) => ({ orgId, surveyId, personId }))
  if (invitations.length > 0) await db.insertInto('surveyInvitation').values(invitations).execute()
  const taking = invitations.slice(0, answers.length)
  if (taking.length > 0) await db.insertInto('surveyParticipation').values(taking).execute()
  const responses = [
    ...answers.map((one, i) => ({ one, isPaper: false, personId: isAnonymous ? null : (personIds[i] ?? null) })),
    ...paper.map((one) => ({ one, isPaper: true, personId: null })),
  ].map(({ one, isPaper, personId }) => ({
    orgId,
    surveyId,
    responseId: crypto.randomUUID(),
    answers: JSON.stringify(one),
    isPaper,
    personId,
    answeredOn: personId ? new Date(opensAt).toISOString().slice(0, 10) : null,
  }))
  if (responses.length > 0) await db.insertInto('surveyResponse').values(responses).execute()
  return { surveyId, revision: 1, personIds }
}
