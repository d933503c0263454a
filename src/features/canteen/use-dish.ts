import { getDish, markFavourite } from '../../../contract/canteen'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import { favouriteSentences } from './sentences'

/** One dish, and keeping it as a favourite. */
export function useDish(dishId: string) {
  const asked = useAsked(getDish, dishId ? { dishId } : undefined)
  const toggleFavourite = async () => {
    const isFavourite = asked.value?.isFavourite ?? false
    try {
      const answer = await call(markFavourite, { dishId, isFavourite: !isFavourite })
      if ('refusal' in answer) say(favouriteSentences[answer.refusal])
      else say(isFavourite ? '已取消收藏' : '已收藏，上菜单时会告诉您')
    } catch (thrown) {
      say(sentenceOf(thrown))
    }
    await asked.refresh()
  }
  return { asked, toggleFavourite }
}
