import type { AnyProcedure, InputOf, ValueOf } from '../../contract/procedure'
import { joinTicket } from '../../contract/repair'
import { recordVisit, saveView } from '../../contract/repair-desk'
import { addPhoto, commentTicket, rateTicket } from '../../contract/repair-requester'
import { finishTicket } from '../../contract/repair-work'
import { giveDoorCode } from '../../functions/new-door-code'
import { openSession } from '../../functions/people/open-session'
import { newId } from '../../functions/secrets'
import { type GivenOrg, signedInAs } from './given'
import { givenAsset, givenPlace, givenTechnician, givenTicket } from './given-repair'
import { smallestPicture } from './smallest-picture'
import type { TestCloud } from './start-cloud'

/** What an institution's repair service consists of; every text in it holds the institution's mark. */
export interface GivenRepair {
  groupId: string
  categoryId: string
  placeId: string
  assetId: string
  /** Reopened after it was finished, rated and visited. */
  ticketId: string
  intoTicketId: string
  photoId: string
  viewId: string
  technicianId: string
}

interface Given {
  mark: string
  /** Of somebody with every duty. */
  token: string
  colleagueId: string
  phone: string
}

async function givenTree({ cloud: { db, clock } }: TestCloud, { orgId }: GivenOrg, mark: string) {
  const [groupId, categoryId] = [newId(clock()), newId(clock())]
  const limits = { response: { clock: 'wall', minutes: 120 }, resolve: { clock: 'service', minutes: 240 } }
  const own = {
    skill: `${mark}工`,
    selfHelp: `${mark}自助`,
    questions: JSON.stringify([{ question: `${mark}问`, choices: [`${mark}甲`] }]),
    limits: JSON.stringify({ normal: limits, urgent: limits }),
  }
  const kind = 'repair'
  await db
    .insertInto('category')
    .values({ orgId, categoryId: groupId, kind, name: `${mark}组` })
    .execute()
  await db
    .insertInto('category')
    .values({ orgId, categoryId, parentId: groupId, kind, name: `${mark}类`, ...own })
    .execute()
  return { groupId, categoryId }
}

/** Gives an institution a repair service: one ticket that has been through everything, one that is open, one to visit. */
export async function givenRepairIn(house: TestCloud, org: GivenOrg, given: Given): Promise<GivenRepair> {
  const { mark, token, colleagueId, phone } = given
  const { db, clock } = house.cloud
  const { orgId, buildingId } = org
  const { groupId, categoryId } = await givenTree(house, org, mark)
  const placeId = await givenPlace(house, org, { name: `${mark}走廊`, floor: `${mark}层` })
  const assetId = await givenAsset(house, org, placeId, { name: `${mark}空调`, assetNumber: `${mark}1`, categoryId })
  const at = { db, orgId, now: clock() }
  await giveDoorCode(at, placeId)
  await giveDoorCode(at, placeId, assetId)
  const work = { skills: [`${mark}工`], buildingIds: [buildingId], name: `${mark}师傅` }
  const technician = await givenTechnician(house, org, work)
  const colleague = (await openSession(at, { orgId, personId: colleagueId, client: 'h5' })).token
  const clerk = (await signedInAs(house, org, ['dispatcher', 'manager'], { name: `${mark}调度` })).token

  const ask = async <P extends AnyProcedure>(procedure: P, input: InputOf<P>, by: string): Promise<ValueOf<P>> => {
    const { value, ...answer } = await house.call(procedure, input, { token: by })
    if (value === undefined) throw new Error(`${procedure.name}: ${JSON.stringify(answer)}`)
    return value
  }
  const report = (words: string) =>
    givenTicket(house, org, {
      token: clerk,
      categoryId,
      placeId,
      assetId,
      words: `${mark}${words}`,
      placeNote: `${mark}东侧`,
      answers: [{ question: `${mark}问`, answer: `${mark}甲` }],
      phone,
      requesterId: colleagueId,
      channel: 'hotline',
    })
  const finish = (ticketId: string) =>
    ask(
      finishTicket,
      {
        ticketId,
        closedKind: 'temporary',
        note: `${mark}已处理`,
        costs: [{ kind: 'part', name: `${mark}零件`, quantity: 1.5, unitPriceFen: 1200 }],
      },
      clerk,
    )

  const { ticketId } = await report('漏水')
  await ask(joinTicket, { ticketId }, technician.token)
  const photo = { fileName: `${mark}.png`, content: smallestPicture }
  const { photoId } = await ask(addPhoto, { ticketId, ...photo }, colleague)
  await ask(commentTicket, { ticketId, words: `${mark}补充` }, colleague)
  await finish(ticketId)
  await ask(rateTicket, { ticketId, stars: 2, reasons: ['speed'], words: `${mark}太慢` }, colleague)
  await ask(recordVisit, { ticketId, outcome: 'unsatisfied', words: `${mark}还在漏` }, token)
  const { ticketId: intoTicketId } = await report('异响')
  await finish((await report('不制冷')).ticketId)
  const { viewId } = await ask(saveView, { name: `${mark}视图`, filter: { query: mark.slice(0, 2) } }, token)
  return {
    groupId,
    categoryId,
    placeId,
    assetId,
    ticketId,
    intoTicketId,
    photoId,
    viewId,
    technicianId: technician.personId,
  }
}
