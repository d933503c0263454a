import { bouncesThatEscalate } from '../../contract/repair-lifecycle'
import { bounceTicket } from '../../contract/repair-work'
import { dutyHolders } from '../duty-holders'
import { type AskedByPerson, keeper } from '../keeper'
import { tellPeople } from '../tell'
import { catalogOf, categoryName } from './catalog'
import { type Held, record } from './hold-ticket'
import { moveTicket } from './move-ticket'

/** Whoever stays accountable hears that it came back, else the desk; the second time those named for response as well. */
async function tellOfBounce(asked: AskedByPerson, { row }: Held, reason: string, isEscalated: boolean): Promise<void> {
  const { db, orgId, now, person } = asked
  const catalog = await catalogOf(asked)
  const title = `${categoryName(catalog, row.categoryId)}（${row.number}）`
  const path = `/features/repair/ticket?ticketId=${row.ticketId}`
  const others = (personIds: readonly string[]) => personIds.filter((personId) => personId !== person.personId)
  const holders = async (duties: Parameters<typeof dutyHolders>[2]) =>
    (await dutyHolders(db, orgId, duties)).map(({ personId }) => personId)

  const escalatedTo = isEscalated ? await holders(catalog.setting.escalation.response) : []
  await tellPeople(
    db,
    { orgId, now, personIds: others(escalatedTo) },
    {
      title,
      body: `这件工单已被退回${row.bounces}次，请尽快安排。最近一次由${person.name}退回，原因：${reason}`,
      path,
    },
  )
  const keeps = row.accountableId ? [row.accountableId] : await holders(['dispatcher'])
  const body = `${person.name}退回了这件工单，${row.accountableId ? '仍由您负责，' : ''}请重新安排。原因：${reason}`
  const told = others(keeps).filter((personId) => !escalatedTo.includes(personId))
  await tellPeople(db, { orgId, now, personIds: told }, { title, body, path })
}

export default keeper(bounceTicket, async ({ ticketId, reason }, asked) => {
  let bounced: Held | undefined
  const answer = await moveTicket(asked, ticketId, 'bounce', (held) => {
    bounced = held
    return { data: { reason }, patch: { assigneeId: null, bounces: held.row.bounces + 1 } }
  })
  if (!bounced || 'refusal' in answer) return answer
  const isEscalated = bounced.row.bounces === bouncesThatEscalate
  if (isEscalated) {
    await record(asked, bounced, { kind: 'escalated', data: { clock: 'response', step: 'bounces' }, byId: null })
  }
  await tellOfBounce(asked, bounced, reason, isEscalated)
  return answer
})
