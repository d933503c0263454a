import { mayAnswerForOthers } from '../../contract/canteen-meals'
import { type MealAnswer, type MealWord, mealNames } from '../../contract/canteen-words'
import { formatDayLong } from '../../contract/zone'
import { type AskedToDecide, type Refusal, type Remembered, refuse } from '../keeper'
import { firstAnswer } from '../remember'
import type { Message } from '../tell'
import { answerTogether } from './answer-together'

/** What somebody says to one meal, for themselves or for somebody else. */
export interface SaidToMeal extends MealAnswer {
  canteenId: string
  day: string
  meal: MealWord
  note: string
  forPersonId?: string
}

function noticeFor({ person }: AskedToDecide, { answer, day, meal, canteenId }: SaidToMeal): Message {
  const which = `${formatDayLong(day)}的${mealNames[meal]}`
  const way = '如需改动，请在截止时间前到「我的用餐」里修改。'
  return {
    title: answer === 'eats' ? '有人替你报了餐' : '有人替你取消了用餐',
    body: `${person.name}替你${answer === 'eats' ? '报了' : '取消了'}${which}。${way}`,
    path: `/features/canteen/menu?canteenId=${canteenId}&day=${day}`,
  }
}

/**
 * Answers one meal by the one decisive statement, which also remembers the answer, keeps the audit entry and tells
 * whoever is answered for. Whatever may be refused there is a refusal of both procedures, or cannot come up.
 */
export async function answerMeal(
  asked: AskedToDecide,
  procedure: string,
  said: SaidToMeal,
): Promise<Remembered | Refusal<'NOT_FOR_OTHERS' | 'NO_SUCH_PERSON'>> {
  const { person, orgId, db, command, cloud } = asked
  const { canteenId, day, meal, answer, portion, note, forPersonId = person.personId } = said
  const isForOther = forPersonId !== person.personId
  if (isForOther && !mayAnswerForOthers(person.duties)) return refuse('NOT_FOR_OTHERS')
  const other = isForOther
    ? await db
        .selectFrom('person')
        .select('personId')
        .where('orgId', '=', orgId)
        .where('personId', '=', forPersonId)
        .where('status', '<>', 'left')
        .executeTakeFirst()
    : undefined
  if (isForOther && !other) return refuse('NO_SUCH_PERSON')

  const servingIds = [...new Set(said.servingIds)]
  const where = { canteenId, day, meal, answer }
  const outcome = await answerTogether(cloud.pool, orgId, {
    asker: person.personId,
    key: command.key,
    fingerprint: `\\x${command.fingerprint.toString('hex')}`,
    asked_at: new Date(asked.now).toISOString(),
    zone: person.zone,
    person: forPersonId,
    canteen: canteenId,
    day,
    meal,
    answer,
    portion,
    servings: servingIds,
    note,
    body: answer === 'eats' ? { ...where, portion, servingIds } : where,
    procedure,
    audit_detail: { ...where, ...(isForOther ? { forPersonId } : {}) },
    notice: isForOther ? noticeFor(asked, said) : null,
  })
  if (outcome !== 'replayed') return { rememberedAnswer: outcome }
  const first = await firstAnswer(db, asked, command)
  if (first === undefined) throw new Error('an answer was given under this key, and is gone')
  return { rememberedAnswer: first }
}
