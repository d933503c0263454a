import type { getDish, getMenuWeek, markFavourite } from '../../../contract/canteen'
import type { getHeadcount, markSoldOut } from '../../../contract/canteen-headcount'
import type {
  addRatingPhoto,
  editRating,
  getMyRating,
  getRatingPhoto,
  listComments,
  rateServing,
  replyRating,
  withdrawRating,
} from '../../../contract/canteen-ratings'
import { photoFileSentences } from '../../photo-sentences'

/** A whole sentence for each refusal that says what to do next. */
type Sentences<P extends { refusals: readonly string[] }> = Record<P['refusals'][number], string>

const gone = {
  NO_SUCH_DISH: '这道菜找不到了，可能已经下架。请到菜单或「找菜」里再看看。',
  NO_SUCH_RATING: '找不到这条评价，可能已经撤回。请到「我的评价」里再看看。',
  NO_SUCH_CANTEEN: '这个食堂已经停用了，请看看其他食堂。',
  NO_SUCH_SERVING: '这道菜刚刚从菜单上撤下了，请刷新后再试。',
}

export const menuSentences: Sentences<typeof getMenuWeek> = { NO_SUCH_CANTEEN: gone.NO_SUCH_CANTEEN }
export const dishSentences: Sentences<typeof getDish> = { NO_SUCH_DISH: gone.NO_SUCH_DISH }
export const favouriteSentences: Sentences<typeof markFavourite> = { NO_SUCH_DISH: gone.NO_SUCH_DISH }
export const commentSentences: Sentences<typeof listComments> = { NO_SUCH_DISH: gone.NO_SUCH_DISH }
export const myRatingSentences: Sentences<typeof getMyRating> = { NO_SUCH_RATING: gone.NO_SUCH_RATING }

export const rateSentences: Sentences<typeof rateServing> = {
  NO_SUCH_SERVING: gone.NO_SUCH_SERVING,
  NOT_YET_SERVED: '这一餐还没有开始，吃过以后再来评价。',
  TOO_LATE: '这一餐过去太久，不能再评价了。下次吃到再告诉我们。',
  RATED_ALREADY: '这道菜您已经评价过了，可以在原来的评价上修改。',
}

export const editSentences: Sentences<typeof editRating> = {
  NO_SUCH_RATING: gone.NO_SUCH_RATING,
  TOO_LATE: '评价超过七天就不能再改了。还有想说的，可以在下面补充一句。',
}

export const withdrawSentences: Sentences<typeof withdrawRating> = {
  NO_SUCH_RATING: gone.NO_SUCH_RATING,
  TOO_LATE: '评价超过七天就不能再撤回了。还有想说的，可以在下面补充一句。',
}

export const replySentences: Sentences<typeof replyRating> = { NO_SUCH_RATING: gone.NO_SUCH_RATING }

export const photoSentences: Sentences<typeof addRatingPhoto> = {
  NO_SUCH_RATING: gone.NO_SUCH_RATING,
  TOO_LATE: '评价超过七天，不能再添加照片了。',
  TOO_MANY_PHOTOS: '最多 3 张照片，多出来的没有传上。',
  ...photoFileSentences,
  NEEDS_CONSOLE: '现在不能处理照片，请稍后在「我的评价」里再添加。',
}

/** A few words in the place of a photo that does not come. */
export const photoNotes: Sentences<typeof getRatingPhoto> = { NO_SUCH_PHOTO: '还不能看' }

export const headcountSentences: Sentences<typeof getHeadcount> = { NO_SUCH_CANTEEN: gone.NO_SUCH_CANTEEN }
export const soldOutSentences: Sentences<typeof markSoldOut> = { NO_SUCH_SERVING: gone.NO_SUCH_SERVING }
