import * as v from 'valibot'
import { codeToken, day, id, instant, optionalText, pageOf, paging } from './fields'
import { procedure } from './procedure'
import { ticketKind, ticketStatus } from './repair-lifecycle'

/** Who may attach pictures: everybody; only those who repair, reporters write words; nobody at all. */
export const photoPolicy = v.picklist(['allowed', 'textOnly', 'forbidden'])
export type PhotoPolicy = v.InferOutput<typeof photoPolicy>

/** A place as one looks for it. */
export const place = v.object({
  placeId: id,
  name: v.string(),
  /** 本部 综合楼 3层 */
  where: v.string(),
  isRoom: v.boolean(),
  photoPolicy,
})
export type Place = v.InferOutput<typeof place>

export const placeAsset = v.object({
  assetId: id,
  name: v.string(),
  assetNumber: v.string(),
  categoryId: v.optional(id),
})

/** An open ticket of a place as anybody there may see it: no words, no names. */
export const openTicket = v.object({
  ticketId: id,
  kind: ticketKind,
  category: v.string(),
  asset: v.string(),
  status: ticketStatus,
  priority: v.number(),
  createdAt: instant,
  promisedOn: v.optional(day),
  /** I reported or joined it. */
  isMine: v.boolean(),
})
export type OpenTicket = v.InferOutput<typeof openTicket>

export const lookAtPlace = procedure('repair.lookAtPlace', {
  summary:
    'A place by its printed code or id: what stands there, what is open there, and whom to call when it is urgent.',
  input: v.object({ token: v.optional(codeToken), placeId: v.optional(id) }),
  output: v.object({
    place,
    /** The asset whose code was scanned. */
    assetId: v.optional(id),
    assets: v.array(placeAsset),
    openTickets: v.array(openTicket),
    dutyPhone: v.string(),
  }),
  refusals: ['NO_SUCH_PLACE'],
  may: 'staff',
})

export const findPlaces = procedure('repair.findPlaces', {
  summary: 'Places by name, pinyin, initials, building or floor; without a query those I reported from last.',
  input: v.object({ query: optionalText(40, '搜索内容'), ...paging }),
  output: pageOf(place),
  refusals: [],
  may: 'staff',
})
