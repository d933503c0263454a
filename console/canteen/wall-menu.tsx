import type { getMenuWeek, MenuDish } from '../../contract/canteen'
import { allergens, dietNames, stateOf } from '../../contract/canteen-allergens'
import type { CanteenRecord } from '../../contract/canteen-dishes'
import { mealNames, mealWords } from '../../contract/canteen-words'
import type { ValueOf } from '../../contract/procedure'
import { weekText } from './week-choice'
import { dayText, shortAllergen, spiceNames } from './words'

type MenuWeek = ValueOf<typeof getMenuWeek>

/** The codes on the wall: A, B, C … in the order of the table of allergens. */
const lettered = allergens.map((allergen, at) => ({ ...allergen, letter: String.fromCharCode(65 + at) }))

/** So many lines fit on a page in the usual size. */
const mostLines = 30

/** Letters of what a dish contains; `?` where one of the eight is not known, `!` where its labels contradict each other. */
function codesOf({ labels }: MenuDish): string {
  const letters = lettered
    .filter(({ code }) => ['contains', 'conflict'].includes(stateOf(labels, code)))
    .map(({ letter }) => letter)
  const isUnsure = lettered.some(({ code, isGb8 }) => isGb8 && stateOf(labels, code) === 'unknown')
  return letters.join('') + (isUnsure ? '?' : '') + (labels.conflicts.length > 0 ? '!' : '')
}

function WallDish({ dish }: { dish: MenuDish }) {
  const { diets } = dish.labels
  // what is vegan need not be said to be vegetarian
  const shown = diets.filter((diet) => diet !== 'vegetarian' || !diets.includes('vegan'))
  const marks = [...shown.map((diet) => dietNames[diet]), dish.spice > 0 ? spiceNames[dish.spice] : '']
  return (
    <div>
      {dish.name}
      <sup>{codesOf(dish)}</sup>
      {marks.filter(Boolean).map((mark) => (
        <small key={mark}>{mark}</small>
      ))}
    </div>
  )
}

interface Props {
  week: MenuWeek
  canteen: CanteenRecord
  printedAt: string
}

/** A week on one page: a row for each window at each meal, a column for each day, and what the letters mean. */
export function WallMenu({ week, canteen, printedAt }: Props) {
  const dishes = new Map(week.dishes.map((dish) => [dish.dishId, dish]))
  const days = week.days.filter(({ status }) => status !== 'noData')
  const meals = mealWords.filter((meal) => days.some(({ sittings }) => sittings.some((each) => each.meal === meal)))
  const place = (window: string) => canteen.windows.findIndex(({ name }) => name === window)
  const windowsAt = (meal: string) =>
    [
      ...new Set(
        days.flatMap(({ sittings }) =>
          sittings.filter((each) => each.meal === meal).flatMap(({ servings }) => servings.map(({ window }) => window)),
        ),
      ),
    ].sort((a, b) => place(a) - place(b))
  const used = lettered.filter(({ letter }) => week.dishes.some((dish) => codesOf(dish).includes(letter)))
  const marks = week.dishes.map(codesOf).join('')
  const servingsIn = (day: MenuWeek['days'][number], meal: string, window: string) =>
    day.sittings
      .filter((each) => each.meal === meal)
      .flatMap(({ servings }) => servings.filter((serving) => serving.window === window))
  // as many lines as the longest cell of each row has: a full week is set smaller, to stay on one page
  const lines = meals
    .flatMap((meal) =>
      windowsAt(meal).map((window) => Math.max(...days.map((day) => servingsIn(day, meal, window).length))),
    )
    .reduce((sum, most) => sum + most, 0)
  return (
    <section className={lines > mostLines ? 'wall wall-dense' : 'wall'} aria-label='周菜单'>
      <header>
        <h2>{canteen.name} 一周菜单</h2>
        <span>{weekText(week.from)}</span>
      </header>
      <table>
        <thead>
          <tr>
            <th scope='col'>餐次</th>
            <th scope='col'>档口</th>
            {days.map(({ day, status, note }) => (
              <th key={day} scope='col'>
                {dayText(day)}
                {status === 'closed' && <b>停餐</b>}
                {note && <small>{note}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meals.flatMap((meal) =>
            windowsAt(meal).map((window, at, windows) => (
              <tr key={meal + window}>
                {at === 0 && (
                  <th scope='rowgroup' rowSpan={windows.length}>
                    {mealNames[meal]}
                  </th>
                )}
                <th scope='row'>{window}</th>
                {days.map((day) => (
                  <td key={day.day}>
                    {servingsIn(day, meal, window).map(({ servingId, dishId }) => {
                      const dish = dishes.get(dishId)
                      return dish && <WallDish key={servingId} dish={dish} />
                    })}
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
      <footer>
        <p>
          <b>过敏原以窗口公示为准。</b>
          {[
            ...used.map(({ code, letter }) => `${letter} ${shortAllergen(code)}`),
            marks.includes('?') && '? 还有没确认的过敏原',
            marks.includes('!') && '! 标签待核对',
          ]
            .filter(Boolean)
            .join('　')}
          。忌口的同事请先问窗口；没有标字母，不代表没有微量接触。
        </p>
        <p>{printedAt} 打印，最新菜单见手机「食堂」。</p>
      </footer>
    </section>
  )
}
