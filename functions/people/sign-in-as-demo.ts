import { signInAsDemo } from '../../contract/people-sign-in'
import { keeper } from '../keeper'
import { openSession } from './open-session'

/** The demo's personas by staff number; the seed makes these people. */
export const demoStaffNumbers = {
  staff: { slug: 'demo', staffNumber: 'D0001' },
  colleague: { slug: 'demo', staffNumber: 'D0002' },
  dispatcher: { slug: 'demo', staffNumber: 'D0003' },
  technician: { slug: 'demo', staffNumber: 'D0004' },
  kitchen: { slug: 'demo', staffNumber: 'D0005' },
  fleet: { slug: 'demo', staffNumber: 'D0006' },
  surveyor: { slug: 'demo', staffNumber: 'D0007' },
  manager: { slug: 'demo', staffNumber: 'D0008' },
  admin: { slug: 'demo', staffNumber: 'D0009' },
  outsider: { slug: 'second', staffNumber: 'S0001' },
} as const

export default keeper(signInAsDemo, async ({ persona, client }, asked) => {
  const { slug, staffNumber } = demoStaffNumbers[persona]
  const { orgId, personId } = await asked.db
    .selectFrom('person as p')
    .innerJoin('org as o', 'o.orgId', 'p.orgId')
    .select(['p.orgId', 'p.personId'])
    .where('o.slug', '=', slug)
    .where('p.staffNumber', '=', staffNumber)
    .executeTakeFirstOrThrow()
  return openSession(asked, { orgId, personId, client })
})
