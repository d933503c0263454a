import * as v from 'valibot'
import { dishServing } from './canteen-words'
import { file, id, instant, optionalText, pageOf, paging, text, whole } from './fields'
import { procedure } from './procedure'

/** What a rating is about: 味道 分量 温度 卫生 服务. */
export const ratingChips = ['taste', 'portion', 'temperature', 'hygiene', 'service'] as const
export const ratingChip = v.picklist(ratingChips)
export type RatingChip = v.InferOutput<typeof ratingChip>

export const mostRatingPhotos = 3

/** `none`: nothing to look at; others see it only when `passed`. */
export const moderation = v.picklist(['none', 'pending', 'passed', 'risky'])
export type Moderation = v.InferOutput<typeof moderation>

/** A line of the thread below a rating. Nobody’s name stands there. */
export const ratingMessage = v.object({
  messageNumber: v.number(),
  at: instant,
  /** The kitchen’s or the diner’s. */
  side: v.picklist(['kitchen', 'diner']),
  isMine: v.boolean(),
  words: v.string(),
})

const opinion = {
  stars: whole(1, 5),
  chips: v.optional(
    v.pipe(
      v.array(ratingChip),
      v.maxLength(5),
      v.transform((chips) => [...new Set(chips)]),
    ),
    [],
  ),
  words: optionalText(300, '评价'),
}

/** My rating of one serving. */
export const myRating = v.object({
  ratingId: id,
  ...dishServing.entries,
  dishId: id,
  dish: v.string(),
  stars: v.number(),
  chips: v.array(ratingChip),
  words: v.string(),
  ratedAt: instant,
  editedAt: v.optional(instant),
  moderation,
  photoIds: v.array(id),
  /** Until when the kitchen has to answer; absent when there is nothing to answer. */
  dueAt: v.optional(instant),
  /** When it first answered. */
  answeredAt: v.optional(instant),
  /** The corrective action (整改) that came of it: its title and where it stands. */
  action: v.optional(v.object({ title: v.string(), status: v.string(), dueOn: v.string() })),
  thread: v.array(ratingMessage),
  mayEdit: v.boolean(),
})
export type MyRating = v.InferOutput<typeof myRating>

export const rateServing = procedure('canteen.rateServing', {
  summary: 'Rate a dish as it was served: once for each serving and person, changed afterwards by editRating.',
  input: v.object({ servingId: id, ...opinion }),
  output: myRating,
  /** RATED_ALREADY has the `ratingId` in its detail. */
  refusals: ['NO_SUCH_SERVING', 'NOT_YET_SERVED', 'TOO_LATE', 'RATED_ALREADY'],
  may: 'staff',
  writes: true,
  hidesAsker: true,
})

export const editRating = procedure('canteen.editRating', {
  summary: 'Change my own rating within seven days; changed words are looked at anew before others see them.',
  input: v.object({ ratingId: id, ...opinion }),
  output: myRating,
  refusals: ['NO_SUCH_RATING', 'TOO_LATE'],
  may: 'staff',
  writes: true,
  hidesAsker: true,
})

export const withdrawRating = procedure('canteen.withdrawRating', {
  summary: 'Take my own rating back: stars no longer count, words and photos are gone.',
  input: v.object({ ratingId: id }),
  output: v.object({ ratingId: id }),
  refusals: ['NO_SUCH_RATING', 'TOO_LATE'],
  may: 'staff',
  writes: true,
  hidesAsker: true,
})

export const addRatingPhoto = procedure('canteen.addRatingPhoto', {
  summary: 'Add a photo to my own rating: JPEG, PNG or WebP, made anew without metadata.',
  input: v.object({ ratingId: id, ...file.entries }),
  output: v.object({ photoId: id }),
  refusals: [
    'NO_SUCH_RATING',
    'TOO_LATE',
    'TOO_MANY_PHOTOS',
    'NOT_A_PICTURE',
    'HIDDEN_CONTENT',
    'BAD_FILE_NAME',
    'TOO_LARGE_PHOTO',
    'NEEDS_CONSOLE',
  ],
  may: 'staff',
  writes: true,
  hidesAsker: true,
  maxBytes: 8_000_000,
})

export const getRatingPhoto = procedure('canteen.getRatingPhoto', {
  summary: 'A photo of a rating (WebP in base64): for its author, the kitchen, and others once it has passed.',
  input: v.object({ photoId: id }),
  output: v.object({ photoId: id, content: v.string() }),
  refusals: ['NO_SUCH_PHOTO'],
  may: 'staff',
})

export const getMyRating = procedure('canteen.getMyRating', {
  summary: 'One of my ratings with its thread.',
  input: v.object({ ratingId: id }),
  output: myRating,
  refusals: ['NO_SUCH_RATING'],
  may: 'staff',
})

export const listMyRatings = procedure('canteen.listMyRatings', {
  summary: 'What I rated, newest first, with the kitchen’s answers.',
  input: v.object(paging),
  output: pageOf(myRating),
  refusals: [],
  may: 'staff',
})

export const listComments = procedure('canteen.listComments', {
  summary:
    'What others wrote about a dish and the kitchen answered, newest first: only what has passed, without names.',
  input: v.object({ dishId: id, ...paging }),
  output: pageOf(
    v.object({
      ratingId: id,
      stars: v.number(),
      chips: v.array(ratingChip),
      words: v.string(),
      day: v.string(),
      isMine: v.boolean(),
      photoIds: v.array(id),
      thread: v.array(ratingMessage),
    }),
  ),
  refusals: ['NO_SUCH_DISH'],
  may: 'staff',
})

export const replyRating = procedure('canteen.replyRating', {
  summary:
    'Answer in the thread of a rating: the kitchen to whoever wrote it, and they in return. Nobody’s name is told.',
  input: v.object({ ratingId: id, words: text(500, '回复') }),
  output: ratingMessage,
  refusals: ['NO_SUCH_RATING'],
  may: 'staff',
  writes: true,
  hidesAsker: true,
})
