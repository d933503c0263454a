import { Alert, Checkbox, Collapse } from 'antd'
import type { previewMenu } from '../../contract/canteen-files'
import { mealNames } from '../../contract/canteen-words'
import type { ValueOf } from '../../contract/procedure'
import { dayText } from './words'

type Preview = ValueOf<typeof previewMenu>

interface Props {
  preview: Preview
  missing: Preview['missing']
  /** Closed days that are not taken over. */
  leftDays: ReadonlySet<string>
  onLeftDays: (days: ReadonlySet<string>) => void
}

/** What a menu file says besides its dishes: closed days, days that are over, and what it does not have. */
export function ImportAside({ preview, missing, leftDays, onLeftDays }: Props) {
  const closed = preview.closedDays.filter(({ change }) => change !== 'past')
  const pastRows = preview.rows.filter(({ change }) => change === 'past')
  const pastDays = [
    ...new Set([...pastRows, ...preview.closedDays.filter(({ change }) => change === 'past')].map(({ day }) => day)),
  ].sort()
  return (
    <div className='import-aside'>
      {closed.length > 0 && (
        <Alert
          type='info'
          message={`停餐的日子（${closed.length} 天）`}
          description={closed.map(({ day, note }) => (
            <div key={day}>
              <Checkbox
                checked={!leftDays.has(day)}
                onChange={({ target }) => {
                  const next = new Set(leftDays)
                  target.checked ? next.delete(day) : next.add(day)
                  onLeftDays(next)
                }}
              >
                {dayText(day)} {note}
              </Checkbox>
            </div>
          ))}
        />
      )}
      {pastDays.length > 0 && (
        <Alert
          type='info'
          message={`已经过去的 ${pastDays.length} 天（共 ${pastRows.length} 道菜）不会改动：${pastDays.map(dayText).join('、')}`}
        />
      )}
      {missing.length > 0 && (
        <Collapse
          items={[
            {
              key: 'missing',
              label: `草稿里有、文件里没有的菜（${missing.length} 道）：导入后会从这些日子的草稿撤下`,
              children: missing.map(({ day, meal, window, dish }) => (
                <div key={day + meal + window + dish}>
                  {dayText(day)} {mealNames[meal]} {window} <strong>{dish}</strong>
                </div>
              )),
            },
          ]}
        />
      )}
    </div>
  )
}
