import { duties as allDuties, type Duty } from '../../contract/procedure'
import { saysNothing } from '../documents/plain-text'

/** What duties are called in exported rosters. `staff` is everybody's and not written. */
export const dutyWords = {
  proxy: '代办',
  steward: '会务',
  dispatcher: '调度',
  technician: '维修工',
  kitchen: '食堂',
  fleet: '车队',
  surveyor: '调查',
  manager: '办公室主任',
  admin: '管理员',
  auditor: '审计',
} satisfies Record<Exclude<Duty, 'staff'>, string>

/** What rosters that were exported earlier call them. */
const formerWords: ReadonlyMap<string, Duty> = new Map([['代订', 'proxy']])

const everybody = /^(职工|员工|普通职工|普通员工|staff)$/

/** Each once, in the order of the contract. */
export const inOrder = (wished: readonly Duty[]): Duty[] =>
  allDuties.filter((duty) => duty !== 'staff' && wished.includes(duty))

/** Duties out of a cell such as `会务、代办`; what is not one of them is given back as unknown. */
export function readDuties(cell: string): { duties: Duty[]; unknown: string[] } {
  const duties: Duty[] = []
  const unknown: string[] = []
  for (const word of cell.split(/[、,，;；/\s]+/)) {
    if (saysNothing(word) || everybody.test(word)) continue
    const named = allDuties.find((duty) => duty !== 'staff' && (word === dutyWords[duty] || word === duty))
    const duty = named ?? formerWords.get(word)
    if (duty) duties.push(duty)
    else unknown.push(word)
  }
  return { duties: inOrder(duties), unknown }
}
