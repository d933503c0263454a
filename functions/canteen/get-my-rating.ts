import { getMyRating } from '../../contract/canteen-ratings'
import { keeper, refuse } from '../keeper'
import { showMyRating } from './my-ratings'

export default keeper(
  getMyRating,
  async ({ ratingId }, asked) => (await showMyRating(asked, ratingId)) ?? refuse('NO_SUCH_RATING'),
)
