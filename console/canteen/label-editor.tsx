import { Alert, App, Button, Checkbox, Space } from 'antd'
import { useMemo, useState } from 'react'
import {
  type AllergenCode,
  diets as allDiets,
  allergens,
  type Diet,
  dietNames,
  gb8Codes,
} from '../../contract/canteen-allergens'
import { confirmLabels, type DishRecord } from '../../contract/canteen-dishes'
import { describeDerived, problemsOf } from '../../contract/canteen-labels'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import './canteen.css'
import { type LabelChoice, LabelRow } from './label-row'
import { confirmLabelsSentences } from './sentences'

interface Props {
  dish: DishRecord
  onDirty: (isDirty: boolean) => void
  onConfirmed: () => void
  onReload: () => void
  /** To the ingredients, where what is derived comes from. */
  onIngredients: () => void
}

interface Labels {
  contains: readonly AllergenCode[]
  free: readonly AllergenCode[]
  diets: readonly Diet[]
}

const groups = [
  { title: '八大类过敏原（GB 7718）', of: allergens.filter(({ isGb8 }) => isGb8) },
  { title: '其他过敏原（欧盟 14 类）', of: allergens.filter(({ isGb8, isOwn }) => !isGb8 && !isOwn) },
  { title: '常被问到的', of: allergens.filter(({ isOwn }) => isOwn) },
]

/** Declares and confirms what a dish contains; what follows from its ingredients and what is wrong stands beside it. */
export function LabelEditor({ dish, onDirty, onConfirmed, onReload, onIngredients }: Props) {
  const { message } = App.useApp()
  const [labels, setLabels] = useState<Labels>({ contains: dish.contains, free: dish.free, diets: dish.diets })
  const task = useTask(confirmLabels, confirmLabelsSentences)
  const derived = useMemo(() => describeDerived(dish), [dish])
  // what would still stand against publishing it once this is confirmed
  const problems = useMemo(() => problemsOf({ ...dish, ...labels, isConfirmed: true }), [dish, labels])

  function change(part: Partial<Labels>) {
    setLabels({ ...labels, ...part })
    onDirty(true)
  }

  const choose = (code: AllergenCode, choice: LabelChoice) => {
    const without = (codes: readonly AllergenCode[]) => codes.filter((each) => each !== code)
    change({
      contains: choice === 'contains' ? [...without(labels.contains), code] : without(labels.contains),
      free: choice === 'free' ? [...without(labels.free), code] : without(labels.free),
    })
  }
  const choiceOf = (code: AllergenCode): LabelChoice =>
    labels.contains.includes(code) ? 'contains' : labels.free.includes(code) ? 'free' : 'unknown'

  /** Of some items those that nobody has declared and nothing speaks for, their parts included. */
  const undeclared = (codes: readonly AllergenCode[]) =>
    codes.filter((code) => {
      const parts = allergens.find((item) => item.code === code)?.parts.map((part) => part.code) ?? []
      return (
        choiceOf(code) === 'unknown' &&
        ![code, ...parts].some((each) => labels.contains.includes(each) || derived.some((one) => one.code === each))
      )
    })
  const restOfEight = undeclared(gb8Codes)
  const restOfAll = undeclared(allergens.map(({ code }) => code))
  const suggested = derived.filter(({ code, isCertain }) => isCertain && choiceOf(code) === 'unknown')

  async function confirm() {
    const saved = await task.run({
      dishId: dish.dishId,
      labelRevision: dish.labelRevision,
      contains: [...labels.contains],
      free: [...labels.free],
      diets: [...labels.diets],
    })
    if (!saved) return
    message.success(
      saved.problems.length > 0 ? `已确认 ${saved.name}，还有问题没有解决` : `已确认 ${saved.name} 的标签`,
    )
    onConfirmed()
  }

  return (
    <section aria-label={`${dish.name}的标签`} className='label-editor'>
      <p>
        <span className='quiet'>配料：</span>
        {dish.ingredients.join('、') || '还没有填写，只能按菜名推断'}
        <Button type='link' size='small' onClick={onIngredients}>
          修改配料
        </Button>
      </p>
      <div role='status' aria-live='polite'>
        {problems.length > 0 ? (
          <Alert
            type={problems.some(({ kind }) => kind === 'contradiction') ? 'error' : 'warning'}
            showIcon
            message={`还不能发布（${problems.length} 处）`}
            description={
              <ul className='problem-list'>
                {problems.map(({ message: said }) => (
                  <li key={said}>{said}</li>
                ))}
              </ul>
            }
          />
        ) : (
          <Alert
            type='success'
            showIcon
            message='没有矛盾，也没有缺的标签。'
            description={dish.confirmedAt ? undefined : '确认以后就可以发布。'}
          />
        )}
      </div>
      <Space wrap className='label-shortcuts'>
        {suggested.length > 0 && (
          <Button onClick={() => change({ contains: [...labels.contains, ...suggested.map(({ code }) => code)] })}>
            采用推断的含有
          </Button>
        )}
        <Button disabled={restOfEight.length === 0} onClick={() => change({ free: [...labels.free, ...restOfEight] })}>
          其余八大类标为不含
        </Button>
        <Button disabled={restOfAll.length === 0} onClick={() => change({ free: [...labels.free, ...restOfAll] })}>
          其余全部标为不含
        </Button>
        <span className='quiet'>请按实际做法确认；不清楚的留「未知」，手机上会提醒忌口的同事先问。</span>
      </Space>
      {groups.map(({ title, of }) => (
        <fieldset key={title} className='label-group'>
          <legend>{title}</legend>
          {of.map((allergen) => (
            <LabelRow key={allergen.code} allergen={allergen} derived={derived} choiceOf={choiceOf} onChoose={choose} />
          ))}
        </fieldset>
      ))}
      <fieldset className='label-group'>
        <legend>饮食</legend>
        <Checkbox.Group
          options={allDiets.map((value) => ({ value, label: dietNames[value] }))}
          value={[...labels.diets]}
          onChange={(diets) => change({ diets })}
        />
      </fieldset>
      <div className='form-actions'>
        <TroubleNote trouble={task.trouble}>
          {task.trouble?.refusal === 'LABELS_CHANGED' && (
            <div>
              <Button size='small' onClick={onReload}>
                载入最新内容
              </Button>
            </div>
          )}
        </TroubleNote>
        <Button type='primary' loading={task.isRunning} onClick={confirm}>
          确认标签
        </Button>
        {problems.length > 0 ? (
          <span className='remark-guess'>
            &emsp;还有 {problems.length} 处没有解决：{problems[0]?.message}
          </span>
        ) : (
          <span className='quiet'>&emsp;记录您的姓名和时间。发布过的菜改了标签，受影响的同事会收到通知。</span>
        )}
      </div>
    </section>
  )
}
