import type { Avoidance } from '../../../contract/canteen-allergens'
import { mealNames } from '../../../contract/canteen-words'
import { formatDayNear } from '../../../contract/zone'
import { avoidsSomething } from './avoidance'
import { markOf } from './label-words'
import type { MenuWeek } from './use-menu'
import { momentText } from './words'

type Change = MenuWeek['changes'][number]

const fieldNames: Record<string, string | undefined> = {
  labels: '过敏原标签',
  prices: '价格',
  window: '档口',
  places: '份数',
  notes: '说明',
  hours: '时间',
  cutoff: '截止时间',
  portion: '半份',
}

/** Something that changed and touches something of mine: what, and why it is told. */
export interface News {
  changeId: string
  text: string
}

function whatChanged({ kind, fields, dish }: Change): string {
  if (fields.includes('closed')) return kind === 'removed' ? '改为休息' : '休息安排有变'
  if (kind === 'added') return `新增 ${dish}`
  if (kind === 'removed') return `撤下 ${dish}`
  const named = fields.map((field) => fieldNames[field]).filter(Boolean)
  return `${dish}${dish ? '的' : ''}${named.join('、') || '内容'}改了`
}

/** Why a change concerns me; empty when it does not. What I avoid is compared here: the cloud does not know it. */
function whyMine(change: Change, { days, dishes }: MenuWeek, avoided: Avoidance): string {
  const sittings = days.find(({ day }) => day === change.day)?.sittings ?? []
  const mine = sittings.filter(({ mine: answer }) => answer?.answer === 'eats')
  const touched = mine.find(({ meal, mine: answer, servings }) => {
    if (change.meal !== undefined && change.meal !== meal) return false
    if (change.dishId === undefined) return true
    return servings.some(({ servingId, dishId }) => dishId === change.dishId && answer?.servingIds.includes(servingId))
  })
  if (touched) return '您报了这一餐'
  const dish = dishes.find(({ dishId }) => dishId === change.dishId)
  if (!dish) return ''
  const isAboutLabels = change.kind === 'added' || change.fields.includes('labels')
  const mark = isAboutLabels && avoidsSomething(avoided) ? markOf(dish.labels, avoided) : undefined
  if (mark && mark.level !== 'grey') return `您的忌口：${mark.words.replace(/^\S+ /, '')}`
  return dish.isFavourite ? '您收藏的菜' : ''
}

/** Of the changes to days that are to come those that touch me, the newest first; few, so that they are read. */
export function newsOf(week: MenuWeek, avoided: Avoidance, now: number, zone: string): News[] {
  return week.changes
    .filter(({ day }) => day >= week.today)
    .map((change) => ({ change, why: whyMine(change, week, avoided) }))
    .filter(({ why }) => why !== '')
    .slice(0, 3)
    .map(({ change, why }) => {
      const when = `${formatDayNear(change.day, now, zone)}${change.meal ? ` ${mealNames[change.meal]}` : ''}`
      return {
        changeId: change.changeId,
        text: `${when}：${whatChanged(change)}（${why}）。${momentText(change.at, now, zone)} 更改`,
      }
    })
}
