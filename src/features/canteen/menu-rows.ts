import type { MenuDish } from '../../../contract/canteen'
import type { Avoidance } from '../../../contract/canteen-allergens'
import { allOf } from '../../all-of'
import { allergenLine, dietsText, type Mark, markOf } from './label-words'
import type { MenuWeek, Sitting } from './use-menu'
import { dotted, fenText, scoreText, sinceText, spiceNames, staffPrice } from './words'

/** A dish on the menu, in the words of its line. */
export interface MenuRow {
  at: number
  servingId: string
  dishId: string
  /** The window, at the first of its dishes; empty at the others. */
  window: string
  name: string
  price: string
  /** Everything else in two lines. */
  facts: string
  mark: Mark | undefined
  isOut: boolean
  isFavourite: boolean
  /** Of a limited dish: how many are left. */
  placesLeft: number | undefined
  isReserved: boolean
}

interface Shown {
  serving: Sitting['servings'][number]
  dish: MenuDish
  mark: Mark | undefined
}

/** The servings window by window: windows in the order in which they first come, dishes in theirs. */
function byWindow(servings: Sitting['servings']): Sitting['servings'] {
  const windows = servings.map(({ window }) => window).filter((window, at, all) => all.indexOf(window) === at)
  return allOf(windows, (window) => servings.filter((serving) => serving.window === window))
}

/** The dishes of one meal, window by window; `onlyFit` leaves out what has something I avoid. */
export function rowsOf(
  sitting: Sitting,
  { dishes, today }: Pick<MenuWeek, 'dishes' | 'today'>,
  avoided: Avoidance,
  onlyFit: boolean,
): MenuRow[] {
  const shown = allOf(byWindow(sitting.servings), (serving): Shown[] => {
    const dish = dishes.find(({ dishId }) => dishId === serving.dishId)
    const mark = dish && markOf(dish.labels, avoided)
    return dish === undefined || (onlyFit && mark?.level === 'red') ? [] : [{ serving, dish, mark }]
  })
  return shown.map(({ serving, dish, mark }, at) => {
    const price = staffPrice(serving.prices)
    const half = serving.hasHalf ? `半份${price?.halfFen === undefined ? '' : ` ${fenText(price.halfFen)}`}` : ''
    const facts = dotted(
      half,
      dish.spice > 0 ? spiceNames[dish.spice] : '',
      dietsText(dish.labels.diets),
      scoreText(dish.score),
      sinceText(dish, today),
      ...serving.notes,
    )
    return {
      at,
      servingId: serving.servingId,
      dishId: dish.dishId,
      window: shown[at - 1]?.serving.window === serving.window ? '' : serving.window,
      name: dish.name,
      price: serving.isSoldOut ? '售罄' : price ? fenText(price.fen) : '',
      facts: [facts, allergenLine(dish.labels)].filter(Boolean).join('\n'),
      mark,
      isOut: serving.isSoldOut,
      isFavourite: dish.isFavourite,
      placesLeft: serving.placesLeft,
      isReserved: sitting.mine?.answer === 'eats' && sitting.mine.servingIds.includes(serving.servingId),
    }
  })
}
