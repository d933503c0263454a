import { hangTicket } from '../../contract/repair-work'
import { dayOf } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { moveTicket } from './move-ticket'

export default keeper(hangTicket, ({ ticketId, reason, note, promisedOn }, asked) =>
  moveTicket(asked, ticketId, 'hang', () => {
    if (promisedOn < dayOf(asked.now, asked.person.zone)) return refuse('IN_THE_PAST')
    return { data: { reason, note, promisedOn }, patch: { hangReason: reason, promisedOn } }
  }),
)
