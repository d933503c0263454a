import { Checkbox, InputNumber, Select, Switch } from 'antd'
import type { MealHours } from '../../contract/canteen-dishes'
import { type MealWord, mealNames, mealWords } from '../../contract/canteen-words'
import { ClockSelect } from '../ui/clock-select'

interface Props {
  id?: string
  value?: readonly MealHours[]
  onChange?: (meals: MealHours[]) => void
}

const usual: Record<MealWord, [opens: number, closes: number]> = {
  breakfast: [420, 510],
  lunch: [690, 780],
  dinner: [1050, 1140],
  supper: [1260, 1380],
  overtime: [1080, 1200],
}

/** What is wrong with the hours of meals, as a sentence; undefined when they can be kept. */
export function mealsTrouble(meals: readonly MealHours[]): string | undefined {
  for (const { meal, opensMinute, closesMinute, isReservable, cutoffDays, cutoffMinute } of meals) {
    const name = mealNames[meal]
    if (closesMinute <= opensMinute) return `${name}的结束须晚于开始；过了零点的请勾选「次日」`
    if (isReservable && cutoffDays === 0 && cutoffMinute > opensMinute) return `${name}的报名截止须早于开餐`
  }
  return undefined
}

/** Each meal: whether there is one, from when to when, and until when one says whether one eats. */
export function MealHoursFields({ id, value = [], onChange }: Props) {
  const set = (meal: MealWord, next: MealHours | undefined) => {
    const others = value.filter((each) => each.meal !== meal)
    const all = next ? [...others, next] : others
    onChange?.(mealWords.flatMap((word) => all.find((each) => each.meal === word) ?? []))
  }
  return (
    <div id={id} className='meal-hours'>
      {mealWords.map((meal) => {
        const hours = value.find((each) => each.meal === meal)
        const name = mealNames[meal]
        const change = (part: Partial<MealHours>) => hours && set(meal, { ...hours, ...part })
        const isNextDay = (hours?.closesMinute ?? 0) > 1440
        return (
          <fieldset key={meal}>
            <legend>
              <Switch
                size='small'
                aria-label={`供应${name}`}
                checked={hours !== undefined}
                onChange={(isOn) =>
                  set(
                    meal,
                    isOn
                      ? {
                          meal,
                          opensMinute: usual[meal][0],
                          closesMinute: usual[meal][1],
                          isReservable: meal === 'overtime',
                          cutoffDays: 0,
                          cutoffMinute: meal === 'overtime' ? 960 : 0,
                        }
                      : undefined,
                  )
                }
              />
              {name}
            </legend>
            {hours && (
              <div>
                <div className='meal-line'>
                  <ClockSelect
                    label={`${name}开始`}
                    value={hours.opensMinute}
                    to={1425}
                    onChange={(opensMinute) => change({ opensMinute })}
                  />
                  –
                  <ClockSelect
                    label={`${name}结束`}
                    value={isNextDay ? hours.closesMinute - 1440 : hours.closesMinute}
                    onChange={(minute) => change({ closesMinute: minute + (isNextDay ? 1440 : 0) })}
                  />
                  <Checkbox
                    checked={isNextDay}
                    onChange={({ target }) =>
                      change({ closesMinute: hours.closesMinute + (target.checked ? 1440 : -1440) })
                    }
                  >
                    次日
                  </Checkbox>
                  <Checkbox
                    checked={hours.isReservable}
                    onChange={({ target }) =>
                      change(
                        target.checked
                          ? { isReservable: true, cutoffDays: meal === 'overtime' ? 0 : 1, cutoffMinute: 960 }
                          : { isReservable: false, places: undefined },
                      )
                    }
                  >
                    请职工报名
                  </Checkbox>
                </div>
                {hours.isReservable && (
                  <div className='meal-line'>
                    报名截止
                    <Select
                      aria-label={`${name}报名截止的日子`}
                      style={{ width: 100 }}
                      options={Array.from({ length: 15 }, (_, days) => ({
                        value: days,
                        label: days === 0 ? '当天' : days === 1 ? '前一天' : `前 ${days} 天`,
                      }))}
                      value={hours.cutoffDays}
                      onChange={(cutoffDays) => change({ cutoffDays })}
                    />
                    <ClockSelect
                      label={`${name}报名截止的时间`}
                      value={hours.cutoffMinute}
                      onChange={(cutoffMinute) => change({ cutoffMinute })}
                    />
                    名额
                    <InputNumber
                      aria-label={`${name}名额`}
                      min={1}
                      max={100_000}
                      precision={0}
                      placeholder='不限'
                      style={{ width: 100 }}
                      value={hours.places}
                      onChange={(places) => change({ places: places ?? undefined })}
                    />
                  </div>
                )}
              </div>
            )}
            {!hours && <span className='quiet'>不供应</span>}
          </fieldset>
        )
      })}
    </div>
  )
}
