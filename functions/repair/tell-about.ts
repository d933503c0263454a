import type { TicketEventKind } from '../../contract/repair-lifecycle'
import { formatDayLong, formatMoment } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { tellPeople } from '../tell'
import { catalogOf, categoryName } from './catalog'
import type { Held } from './hold-ticket'
import type { EventData } from './ticket-log'

interface Said {
  kind: TicketEventKind
  data: EventData
  /** Who had it before. */
  formerlyId?: string | null
}

/** What people wrote, as a sentence that another one can follow. */
const sentence = (words: unknown) => (words ? String(words).replace(/[。！？!?.]*$/, '。') : '')

/** What a technician reads of a ticket that was given to them. */
export const givenToYou = '派给您一件工单，请接单或退回。'
/** How those who only follow hear of a technician. */
export const unnamed = '师傅'
/** What the requester reads of it. */
export const waitsFor = (name: string): string => `已派给${name}，等待接单。`

const closedWords: Record<string, string> = { fixed: '已修好', temporary: '已临时处理', notFixed: '未能修好' }

/** What the requester reads of an event; undefined when it is none of their business. */
function toRequester({ kind, data }: Said, asked: AskedByPerson): string | undefined {
  const { zone, name } = asked.person
  const reason = data.reason ? sentence(`原因：${data.reason}`) : ''
  switch (kind) {
    case 'assigned':
    case 'transferred':
      return waitsFor(String(data.toName))
    case 'grabbed':
    case 'accepted':
      return `${name}已接单。`
    case 'bounced':
      return '没有接单，正在重新安排。'
    case 'planned':
      return `计划${formatMoment(Number(data.plannedForMs), asked.now, zone)}上门。${sentence(data.note)}`
    case 'started':
      return `${name}开始处理。`
    case 'hung':
      return `暂时不能处理，答应在${formatDayLong(String(data.promisedOn))}前继续。${sentence(data.note)}`
    case 'resumed':
      return '已恢复处理。'
    case 'finished':
      return `${closedWords[String(data.closedKind)] ?? '已处理'}。${sentence(data.note)}请确认并评价；没有解决可以重新打开。`
    case 'confirmed':
      // who was not reached has confirmed nothing
      if (data.outcome === 'unreachable') return '多次回访没有联系上您，工单先结束了；没有解决可以重新打开。'
      return '已确认完成。'
    case 'refused':
      return `没有受理。${reason}`
    case 'cancelled':
      return `已撤销。${reason}`
    case 'reopened':
      return `已重新打开。${reason}`
    case 'merged':
      return `与工单 ${data.intoNumber} 是同一件事，已合并，进展以它为准。`
    case 'unmerged':
      return '已从合并中恢复，单独处理。'
    case 'commented':
      return `${name}补充：${data.words}`
    default:
      return undefined
  }
}

/** The same without what somebody wrote and without names: what those read who only follow, and can do nothing. */
function toFollowers({ kind, data }: Said, asked: AskedByPerson): string | undefined {
  if (kind === 'commented') return undefined
  if (kind === 'finished') return `${closedWords[String(data.closedKind)] ?? '已处理'}。`
  if (kind === 'confirmed' && data.outcome === 'unreachable') return '已结束。'
  const { promisedOn, plannedForMs, intoNumber } = data
  return toRequester(
    { kind, data: { promisedOn, plannedForMs, intoNumber, toName: unnamed } },
    { ...asked, person: { ...asked.person, name: unnamed } },
  )
}

/** What the technician who now has it, or had it, reads of an event. */
function toAssignee({ kind, data }: Said, name: string): string | undefined {
  if (kind === 'assigned' || kind === 'transferred') return givenToYou
  if (kind === 'reopened') return `没有解决，已重新打开。${data.reason ?? ''}`
  if (kind === 'commented') return `${name}补充：${data.words}`
  if (kind === 'cancelled') return '报修人已撤销。'
  if (kind === 'merged') return `与工单 ${data.intoNumber} 是同一件事，已合并，不用再单独处理。`
  if (kind === 'unmerged') return '已从合并中恢复，请继续处理。'
  const acts: Partial<Record<TicketEventKind, string>> = {
    finished: '已了结',
    refused: '已答复不受理',
    hung: '已挂起',
    resumed: '已恢复，请继续处理',
    planned: '已登记上门时间',
  }
  // done by the desk: whoever does it oneself is not told
  return acts[kind] && `${name}${acts[kind]}。`
}

/** Followers, and requesters and followers of the tickets merged into it. */
async function followersOf({ db, orgId }: AskedByPerson, { row }: Held): Promise<string[]> {
  const merged = await db
    .selectFrom('ticket')
    .select(['ticketId', 'requesterId'])
    .where('orgId', '=', orgId)
    .where('mergedInto', '=', row.ticketId)
    .execute()
  const followers = await db
    .selectFrom('ticketFollower')
    .select('personId')
    .where('orgId', '=', orgId)
    .where('ticketId', 'in', [row.ticketId, ...merged.map(({ ticketId }) => ticketId)])
    .execute()
  return [...merged.map((each) => each.requesterId), ...followers.map(({ personId }) => personId)]
}

/** Tells everybody concerned of an event that was just logged, except whoever did it. */
export async function tellAbout(asked: AskedByPerson, held: Held, said: Said): Promise<void> {
  const { db, orgId, now, person } = asked
  const { row } = held
  const title = `${categoryName(await catalogOf(asked), row.categoryId)}（${row.number}）`
  const path = `/features/repair/ticket?ticketId=${row.ticketId}`
  const isOther = (personId: string | null): personId is string => personId !== null && personId !== person.personId
  const body = toRequester(said, asked)
  const told = body ? [row.requesterId].filter(isOther) : []
  if (body) await tellPeople(db, { orgId, now, personIds: told }, { title, body, path })
  const outline = toFollowers(said, asked)
  if (outline) {
    const assigned = [row.requesterId, row.assigneeId]
    const others = [...new Set(await followersOf(asked, held))].filter(isOther).filter((id) => !assigned.includes(id))
    await tellPeople(db, { orgId, now, personIds: others }, { title, body: outline, path })
  }
  const forAssignee = toAssignee(said, person.name)
  const assignee = row.assigneeId ?? row.doerId
  if (forAssignee && isOther(assignee) && !told.includes(assignee)) {
    await tellPeople(db, { orgId, now, personIds: [assignee] }, { title, body: forAssignee, path })
  }
  const { formerlyId = null, kind, data } = said
  if (data.toPersonId && formerlyId !== row.assigneeId && isOther(formerlyId) && !told.includes(formerlyId)) {
    const body = `已由${person.name}${kind === 'assigned' ? '改派' : '转'}给${data.toName}。`
    await tellPeople(db, { orgId, now, personIds: [formerlyId] }, { title, body, path })
  }
}
