import { Tag } from 'antd'
import type { DishLabels } from '../../contract/canteen-allergens'
import { allergens, dietNames } from '../../contract/canteen-allergens'
import type { LabelProblem } from '../../contract/canteen-dishes'
import { shortAllergen } from './words'

/** Whether the labels of a dish are complete, and what stands against them. */
export function LabelState({ problems, isConfirmed }: { problems: readonly LabelProblem[]; isConfirmed: boolean }) {
  const title = problems.map(({ message }) => message).join('\n') || undefined
  const mark = (look: string, word: string) => (
    <span className={`mark ${look}`} title={title}>
      {word}
    </span>
  )
  if (problems.some(({ kind }) => kind === 'contradiction')) return mark('mark-urgent', '有矛盾')
  if (problems.length > 0) return mark('mark-new', '标签不全')
  return isConfirmed ? mark('mark-working', '已确认') : mark('mark-new', '未确认')
}

/** What a dish contains and where its labels contradict each other; diets last. */
export function AllergenTags({ labels }: { labels: DishLabels }) {
  const { contains, conflicts, diets } = labels
  if (contains.length + conflicts.length + diets.length === 0) return <span className='quiet'>—</span>
  return (
    <span className='allergen-tags'>
      {allergens
        .filter(({ code }) => contains.includes(code) && !conflicts.includes(code))
        .map(({ code, name, parts }) => {
          const kinds = parts.filter((part) => contains.includes(part.code) && !conflicts.includes(part.code))
          return (
            <Tag key={code} title={name}>
              {[shortAllergen(code), ...kinds.map((part) => part.name)].join(' · ')}
            </Tag>
          )
        })}
      {conflicts.map((code) => (
        <span key={code} className='mark mark-urgent'>
          {shortAllergen(code)} 有矛盾
        </span>
      ))}
      {diets.map((diet) => (
        <span key={diet} className='mark mark-working'>
          {dietNames[diet]}
        </span>
      ))}
    </span>
  )
}
