import { listPlaces } from '../../contract/booking-rooms'
import { signInAsDemo } from '../../contract/people-sign-in'
import type { InputOf, ValueOf } from '../../contract/procedure'
import { reportTicket } from '../../contract/repair'
import {
  type Category,
  type PlaceRecord,
  saveCategory,
  savePlaceRecord,
  saveTechnician,
} from '../../contract/repair-catalog'
import { dayIn } from './times'
import { get, givenVisitor, unique, type Visitor } from './visitors'

/** A corner of the demo for one test alone: a category nobody else has the skill for, and a place. */
export interface RepairCorner {
  category: Category
  skill: string
  place: PlaceRecord
  /** The demo's administrator. */
  adminToken: string
}

/** Makes a category with a skill of its own in a group of its own, and a place. */
export async function givenRepairCorner(limits: Category['limits']['normal'] = {}): Promise<RepairCorner> {
  const { token: adminToken } = await get(signInAsDemo, { persona: 'admin' })
  const word = unique()
  const skill = `技能${word}`
  const group = await get(saveCategory, { kind: 'repair', name: `组${word}` }, adminToken)
  const category = await get(
    saveCategory,
    {
      kind: 'repair',
      name: `故障${word}`,
      parentId: group.categoryId,
      skill,
      questions: [{ question: '声音大吗', choices: ['大', '不大'] }],
      limits: { normal: limits, urgent: limits },
    },
    adminToken,
  )
  const { sites } = await get(listPlaces, {}, adminToken)
  const buildingId = sites[0]?.buildings[0]?.buildingId ?? ''
  const place = await get(savePlaceRecord, { buildingId, floor: '9层', name: `机房${word}` }, adminToken)
  return { category: category as Category, skill, place, adminToken }
}

/** Somebody who can do it but is away today, so that nothing is given to them by itself. */
export async function givenTechnician({ skill, adminToken }: RepairCorner): Promise<Visitor> {
  const technician = await givenVisitor(['technician'])
  await get(
    saveTechnician,
    {
      personId: technician.personId,
      skills: [skill],
      buildingIds: [],
      shifts: [[], [], [], [], [], [], []],
      awayFrom: dayIn(-1),
      awayUntil: dayIn(1),
    },
    adminToken,
  )
  return technician
}

/** What somebody has reported from the corner. */
export function reportedBy(
  { token }: Visitor,
  { category, place }: RepairCorner,
  more: Partial<InputOf<typeof reportTicket>> = {},
): Promise<ValueOf<typeof reportTicket>> {
  return get(
    reportTicket,
    { categoryId: category.categoryId, placeId: place.placeId, words: '响个不停', ...more },
    token,
  )
}
