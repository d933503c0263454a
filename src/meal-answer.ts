import { declineMeal, reserveMeal } from '../contract/canteen-meals'
import type { MealAnswer, MealWord, Portion } from '../contract/canteen-words'
import { call } from './call'
import { sentenceOf } from './fault'
import { askForReminders } from './platform/reminders'
import { say } from './ui/say'

/** A whole sentence for each refusal that says what to do next. */
type Sentences<P extends { refusals: readonly string[] }> = Record<P['refusals'][number], string>

const closed = {
  NO_SUCH_SITTING: '这一餐刚刚撤下了，请刷新菜单再看。',
  NOT_RESERVABLE: '这一餐不用报，到点直接来就好。',
  PAST_CUTOFF: '已过截止时间，不能再改了。没有报也欢迎直接来用餐。',
  NOT_FOR_OTHERS: '只能给自己报餐。要给别人报，请联系有“代办”职责的同事。',
  NO_SUCH_PERSON: '名册里没有这个人了，请给自己报餐。',
}

export const reserveSentences: Sentences<typeof reserveMeal> = {
  ...closed,
  NO_PLACES_LEFT: '刚刚约满了。可以换一道菜或换一餐，有人取消时位置会空出来。',
  NO_SUCH_SERVING: '这道菜刚刚撤下了，请刷新菜单重新选。',
  NO_HALF_PORTION: '选的菜不供应半份，请改选一份。',
}

export const declineSentences: Sentences<typeof declineMeal> = closed

/** Which meal is meant. */
export interface WhichMeal {
  canteenId: string
  day: string
  meal: MealWord
}

export type Wish = Portion | 'skips'

/** The answers to 吃不吃; the first is what a hungry person taps. */
export const wishChoices = [
  { value: 'full', label: '吃' },
  { value: 'half', label: '吃半份' },
  { value: 'skips', label: '不吃' },
] as const satisfies readonly { value: Wish; label: string }[]

/** What somebody has answered, as one of the choices; undefined before they have. */
export const wishOf = (mine: MealAnswer | undefined): Wish | undefined =>
  mine && (mine.answer === 'skips' ? 'skips' : mine.portion)

const done: Record<Wish, string> = { full: '好的，给您留一份', half: '好的，给您留半份', skips: '好的，这一餐不留' }

/**
 * Answers 吃不吃 for one meal and says how that went; true when the cloud has it. With dishes they are kept for the person
 * as well, in place of those of an earlier answer.
 */
export async function answerMeal(which: WhichMeal, wish: Wish, servingIds: readonly string[] = []): Promise<boolean> {
  // WeChat allows the question only directly in the tap, before anything is awaited.
  if (wish !== 'skips') askForReminders()
  const { canteenId, day, meal } = which
  try {
    if (wish === 'skips') {
      const answer = await call(declineMeal, { canteenId, day, meal })
      say('value' in answer ? done.skips : declineSentences[answer.refusal])
      return 'value' in answer
    }
    const answer = await call(reserveMeal, { canteenId, day, meal, portion: wish, servingIds: [...servingIds] })
    say('value' in answer ? done[wish] : reserveSentences[answer.refusal])
    return 'value' in answer
  } catch (thrown) {
    say(sentenceOf(thrown))
    return false
  }
}
