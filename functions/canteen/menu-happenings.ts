import type { MealWord } from '../../contract/canteen-words'
import { type Day, formatClock } from '../../contract/zone'
import { changedSittingFields } from './match-servings'
import type { DayPlan, PlannedServing, PlannedSitting, Present } from './planned-menu'

/** Something that publishing does to a dish or a whole meal that people may have chosen. */
export interface Happening {
  day: Day
  meal: MealWord
  sittingId: string
  /** Absent when the whole meal is meant. */
  servingId?: string
  dishId?: string
  /** It is on the menu now and was not before. */
  isServed?: boolean
  /** Gone with its meal, which whoever reserved hears of already. */
  isGoneWithMeal?: boolean
  /** Follows the day and the meal: 11月30日 周一午餐…… */
  words(whose: 'reserved' | 'favourite', dish: string): string
}

const fieldNames: Readonly<Record<string, string>> = {
  window: '档口',
  prices: '价格',
  portion: '半份供应',
  notes: '说明',
}

const clock = ({ opensAt, closesAt }: PlannedSitting, zone: string) =>
  `${formatClock(opensAt, zone)}–${formatClock(closesAt, zone)}`

/** What happened to whole meals. What somebody reserved stays written down, and counts again when the meal is back. */
function ofMeals(plan: DayPlan, known: ReadonlyMap<string, Present<PlannedSitting>>, zone: string): Happening[] {
  const about = ({ day, meal, sittingId }: PlannedSitting) => ({ day, meal, sittingId })
  const off = plan.removedSittings.map((sitting) => ({
    ...about(sitting),
    words: () => `${plan.draft.isClosed ? '因食堂休息停供' : '停供'}，你报的餐已取消，可以改报别的食堂`,
  }))
  const others = plan.sittings.flatMap((sitting): Happening[] => {
    const was = known.get(sitting.sittingId)
    if (was?.isRemoved) return [{ ...about(sitting), words: () => '恢复供应，你之前报的餐重新有效' }]
    if (!was || !changedSittingFields(was, sitting).includes('hours')) return []
    return [{ ...about(sitting), words: () => `改为 ${clock(sitting, zone)} 开餐` }]
  })
  return [...off, ...others]
}

/** What happened to single dishes. That there are more or fewer places is nothing to those who have one. */
function ofDishes(plan: DayPlan, sittings: ReadonlyMap<string, PlannedSitting>): Happening[] {
  const about = ({ servingId, dishId, sittingId }: PlannedServing) => {
    const { day, meal } = sittings.get(sittingId) ?? { day: plan.day, meal: 'lunch' as const }
    return { servingId, dishId, sittingId, day, meal }
  }
  const added = plan.addedServings.map((serving) => ({
    ...about(serving),
    isServed: true,
    words: (whose: string, dish: string) => (whose === 'reserved' ? `你选的“${dish}”恢复供应` : `有你收藏的“${dish}”`),
  }))
  const gone = new Set(plan.removedSittings.map(({ sittingId }) => sittingId))
  const removed = plan.removedServings.map((serving) => ({
    ...about(serving),
    isGoneWithMeal: gone.has(serving.sittingId),
    words: (whose: string, dish: string) =>
      whose === 'reserved' ? `你选的“${dish}”撤下了，报的餐仍然有效` : `你收藏的“${dish}”撤下了`,
  }))
  const servings = new Map(plan.servings.map((serving) => [serving.servingId, serving]))
  const updated = plan.changes.flatMap(({ kind, servingId = '', fields }): Happening[] => {
    const serving = servings.get(servingId)
    const names = fields.map((field) => fieldNames[field]).filter(Boolean)
    if (kind !== 'updated' || !serving || names.length === 0) return []
    return [
      {
        ...about(serving),
        words: (whose, dish) => `你${whose === 'reserved' ? '选' : '收藏'}的“${dish}”改了${names.join('、')}`,
      },
    ]
  })
  return [...removed, ...updated, ...added]
}

/** What the plans do to meals and dishes. Of meals that are over nobody is told. `now` in epoch ms. */
export function happeningsOf(
  plans: readonly DayPlan[],
  known: readonly Present<PlannedSitting>[],
  { zone, now }: { zone: string; now: number },
): Happening[] {
  const before = new Map(known.map((sitting) => [sitting.sittingId, sitting]))
  const sittings = new Map<string, PlannedSitting>(before)
  for (const plan of plans) for (const sitting of plan.sittings) sittings.set(sitting.sittingId, sitting)
  return plans
    .flatMap((plan) => [...ofMeals(plan, before, zone), ...ofDishes(plan, sittings)])
    .filter(({ sittingId }) => (sittings.get(sittingId)?.closesAt ?? now) > now)
}
