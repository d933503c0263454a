import { rateTicket } from '../../contract/repair-requester'
import { keeper, refuse } from '../keeper'
import { holdTicket, record } from './hold-ticket'
import { ratingProblem } from './may-rate'
import { eyesOn } from './see-ticket'

export default keeper(rateTicket, async ({ ticketId, stars, reasons, words }, asked) => {
  const { db, orgId, now, person } = asked
  const held = await holdTicket(asked, ticketId)
  if (!held || !(await eyesOn(asked, held))) return refuse('NO_SUCH_TICKET')
  const { cycle, status } = held.row
  const problem = ratingProblem(held, asked)
  if (problem) return refuse(problem, { status })
  const rated = await db
    .insertInto('ticketRating')
    .values({
      orgId,
      ticketId,
      cycle,
      personId: person.personId,
      stars,
      reasons: [...new Set(reasons)],
      words,
      ratedAt: new Date(now),
    })
    .onConflict((known) => known.doNothing())
    .returning('cycle')
    .executeTakeFirst()
  if (!rated) return refuse('RATED_ALREADY')
  await record(asked, held, { kind: 'rated', data: { stars } })
  asked.note({ ticketId, cycle, stars })
  return { ticketId, stars }
})
