import { Button } from 'antd'
import type { DraftDay } from '../../contract/canteen-menus'

interface Props {
  dishes: DraftDay['problems']
  onDish: (dishId: string) => void
}

/** Why dishes cannot be published, each with the way to its labels. */
export function LabelProblems({ dishes, onDish }: Props) {
  return (
    <ul className='label-problems'>
      {dishes.map(({ dishId, dish, problems }) => (
        <li key={dishId}>
          <div>
            <strong>{dish}</strong>
            {problems.map(({ message }) => (
              <div key={message}>{message}</div>
            ))}
          </div>
          <Button size='small' onClick={() => onDish(dishId)} aria-label={`填写${dish}的标签`}>
            填写标签
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** Each dish once, whatever the number of days it stands in. */
export function dishesOnce(all: readonly DraftDay['problems'][number][]): DraftDay['problems'] {
  return [...new Map(all.map((each) => [each.dishId, each])).values()]
}
