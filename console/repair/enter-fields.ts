import type { Dayjs } from 'dayjs'
import type { InputOf } from '../../contract/procedure'
import type { Channel, reportTicket } from '../../contract/repair'
import type { Urgency } from '../../contract/repair-lifecycle'
import { formatInstant, instantAt } from '../../contract/zone'
import type { Category } from './category-choice'

/** How something reached the desk. */
export const deskChannels: readonly Channel[] = ['hotline', 'wecom', 'paper']

/** What the form holds while somebody is on the phone; times are minutes of the day. */
export interface EnterFields {
  channel: Channel
  requesterId?: string
  /** Whoever called stands in no roster: the ticket is then the desk's own. */
  isMine?: boolean
  phone?: string
  placeId?: string
  placeNote?: string
  assetId?: string
  categoryId?: string
  answers?: (string | undefined)[]
  words?: string
  urgency: Urgency
  day?: Dayjs
  from?: number
  until?: number
}

/** The form as it goes over the wire; undefined while the category is missing. */
export function reportOf(
  fields: EnterFields,
  category: Category | undefined,
  zone: string,
): InputOf<typeof reportTicket> | undefined {
  const { categoryId, day, from, until, answers = [] } = fields
  if (!categoryId) return undefined
  const at = (minute?: number) =>
    day && minute !== undefined ? formatInstant(instantAt(day.format('YYYY-MM-DD'), minute, zone), zone) : undefined
  return {
    categoryId,
    placeId: fields.placeId,
    placeNote: fields.placeNote ?? '',
    assetId: fields.placeId ? fields.assetId : undefined,
    urgency: fields.urgency,
    words: fields.words ?? '',
    answers: (category?.questions ?? []).flatMap(({ question }, i) => {
      const answer = answers[i]?.trim()
      return answer ? [{ question, answer }] : []
    }),
    wantedFrom: at(from) ?? at(until === undefined && day ? 0 : undefined),
    wantedUntil: at(until) ?? at(from === undefined && day ? 1440 : undefined),
    phone: fields.phone ?? '',
    channel: fields.channel,
    requesterId: fields.isMine ? undefined : fields.requesterId,
  }
}
