import type { AskedOf } from '../../contract/procedure'
import { saveAction } from '../../contract/survey-actions'
import { itemsOf, type SurveyDefinition } from '../../contract/survey-definition'
import { formatDayLong } from '../../contract/zone'
import { type AskedByPerson, keeper, type Refusal, refuse, WrongInput } from '../keeper'
import { newId } from '../secrets'
import { tellPerson } from '../tell'
import { boardPath, holdAction } from './action-rows'
import { findSurvey } from './survey-rows'
import { tellSuggester } from './tell-suggester'

type Input = AskedOf<typeof saveAction>
type Held = Awaited<ReturnType<typeof holdAction>>

/** Whether a question stands in a survey that people have seen; a mistake in the question is wrong input. */
async function isAsked(asked: AskedByPerson, { surveyId, item }: Input): Promise<boolean> {
  if (surveyId === undefined) {
    if (item !== undefined) throw new WrongInput('surveyId', '请先选择这道题所在的问卷')
    return true
  }
  const survey = await findSurvey(asked, surveyId)
  if (!survey || survey.status === 'draft') return false
  const items = itemsOf(survey.definition as unknown as SurveyDefinition)
  if (item !== undefined && !items.some(({ code, kind }) => code === item && kind !== 'section'))
    throw new WrongInput('item', '这份问卷里没有这道题，请重新选择')
  return true
}

/** Why it cannot be saved like this, if so. */
async function whyNot(asked: AskedByPerson, input: Input, row: Held) {
  const { status, ownerId, dueOn, reason, measure } = input
  if (row?.status === 'closed') return refuse('IS_CLOSED')
  if (row && row.revision !== input.revision) return refuse('CHANGED_MEANWHILE')
  const isUndertaken = status === 'adopted' || status === 'done'
  if (isUndertaken && (!ownerId || !dueOn)) return refuse('NEEDS_OWNER_AND_DATE')
  if (isUndertaken && measure === '') throw new WrongInput('measure', '请写明怎么改，同事们在“你说，我们改”里看得到')
  if ((status === 'postponed' || status === 'declined') && reason === '') return refuse('NEEDS_REASON')
  // who was responsible stays so after leaving, until somebody else is named
  if (ownerId && ownerId !== row?.ownerId && !(await isHere(asked, ownerId))) return refuse('NO_SUCH_PERSON')
  return (await isAsked(asked, input)) ? undefined : refuse('NO_SUCH_SURVEY')
}

async function isHere({ db, orgId }: AskedByPerson, personId: string): Promise<boolean> {
  const people = db.selectFrom('person').select('personId').where('orgId', '=', orgId).where('status', '<>', 'left')
  return (await people.where('personId', '=', personId).executeTakeFirst()) !== undefined
}

async function writeAction({ db, orgId, now }: AskedByPerson, input: Input, row: Held) {
  const { need, measure, status, reason } = input
  const [ownerId, dueOn] = [input.ownerId ?? null, input.dueOn ?? null]
  const at = new Date(now)
  const doneAt = status === 'done' ? (row?.doneAt ?? at) : null
  const about = { surveyId: input.surveyId ?? null, item: input.item ?? null }
  const action = { need, measure, status, reason, ownerId, dueOn, doneAt, ...about, changedAt: at }
  if (!row) {
    const actionId = newId(now)
    await db
      .insertInto('surveyAction')
      .values({ orgId, actionId, ...action, createdAt: at })
      .execute()
    return { actionId, revision: 1 }
  }
  const { actionId, revision } = row
  const isSamePromise = dueOn === row.dueOn && ownerId === row.ownerId && status === row.status
  await db
    .updateTable('surveyAction')
    // another day is another promise: when it passes, it is told again
    .set({ ...action, revision: revision + 1, ...(isSamePromise ? {} : { overdueToldAt: null }) })
    .where('orgId', '=', orgId)
    .where('actionId', '=', actionId)
    .execute()
  return { actionId, revision: revision + 1 }
}

export default keeper(saveAction, async (input, asked) => {
  const { db, orgId, now, person } = asked
  const { need, status, ownerId, dueOn } = input
  const row = input.actionId ? await holdAction(asked, input.actionId) : undefined
  if (input.actionId && !row) return refuse('NO_SUCH_ACTION')
  const no: Refusal<(typeof saveAction.refusals)[number]> | undefined = await whyNot(asked, input, row)
  if (no) return no
  const saved = await writeAction(asked, input, row)
  if (row && status !== row.status) await tellSuggester(asked, row, { ...input, status })
  const isNewOwner = ownerId !== row?.ownerId || row?.status !== 'adopted'
  if (status === 'adopted' && ownerId && dueOn && ownerId !== person.personId && isNewOwner) {
    const body = `请在${formatDayLong(dueOn)}前改好：${need}。`
    await tellPerson(db, { orgId, personId: ownerId, now }, { title: '有一件改进事项由您负责', body, path: boardPath })
  }
  asked.note({ actionId: saved.actionId, status, ...(ownerId ? { ownerId } : {}), ...(dueOn ? { dueOn } : {}) })
  return saved
})
