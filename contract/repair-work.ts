import * as v from 'valibot'
import { day, id, instant, optionalText, text } from './fields'
import { procedure } from './procedure'
import { costLine, ticketBrief } from './repair'
import { closedKind, urgency } from './repair-lifecycle'
import { moved, moveRefusals } from './repair-requester'

const workers = ['technician', 'dispatcher', 'manager'] as const
const desk = ['dispatcher', 'manager'] as const

export const listJobs = procedure('repair.listJobs', {
  summary: 'What I have to do, by clock; and what nobody has taken yet that my skills are for.',
  input: v.object({}),
  output: v.object({
    now: instant,
    /** Mine: assigned to me, accepted, working or hung; those due first come first. */
    jobs: v.array(v.object({ ...ticketBrief.entries, floor: v.string(), building: v.string() })),
    /** To be grabbed; at most 50. */
    pool: v.array(v.object({ ...ticketBrief.entries, floor: v.string(), building: v.string() })),
    doneToday: v.number(),
  }),
  refusals: [],
  may: 'technician',
})

const move = <const Name extends `repair.${string}`>(name: Name, summary: string) =>
  procedure(name, {
    summary,
    input: v.object({ ticketId: id }),
    output: moved,
    refusals: moveRefusals,
    may: workers,
    writes: true,
  })

export const grabTicket = move('repair.grabTicket', 'Take a new ticket oneself.')
export const acceptTicket = move('repair.acceptTicket', 'Accept what one was assigned; from now on one is accountable.')
export const startTicket = move('repair.startTicket', 'Begin to work on it.')
export const resumeTicket = move('repair.resumeTicket', 'Go on with what was hung; its clocks run again.')

export const bounceTicket = procedure('repair.bounceTicket', {
  summary:
    'Give back what one was assigned, with a reason. Whoever had it stays accountable; the second time escalates.',
  input: v.object({ ticketId: id, reason: text(200, '原因') }),
  output: moved,
  refusals: moveRefusals,
  may: workers,
  writes: true,
})

export const transferTicket = procedure('repair.transferTicket', {
  summary: 'Hand it to another technician; until they accept, whoever had it stays accountable.',
  input: v.object({ ticketId: id, toPersonId: id, reason: text(200, '原因') }),
  output: moved,
  refusals: [...moveRefusals, 'NOT_A_TECHNICIAN'],
  may: workers,
  writes: true,
})

export const planTicket = procedure('repair.planTicket', {
  summary: 'Say how it will be done and when somebody comes: stops the plan clock.',
  input: v.object({ ticketId: id, plannedFor: instant, note: optionalText(200, '方案') }),
  output: moved,
  refusals: [...moveRefusals, 'IN_THE_PAST'],
  may: workers,
  writes: true,
})

export const hangReasons = ['part', 'vendor', 'access', 'approval', 'weather', 'other'] as const

export const hangTicket = procedure('repair.hangTicket', {
  summary: 'It cannot go on now: why, and the day that is promised. The clocks stand still.',
  input: v.object({
    ticketId: id,
    reason: v.picklist(hangReasons),
    note: optionalText(200, '说明'),
    promisedOn: day,
  }),
  output: moved,
  refusals: [...moveRefusals, 'IN_THE_PAST'],
  may: workers,
  writes: true,
})

export const finishTicket = procedure('repair.finishTicket', {
  summary: 'Done: fixed, fixed for the time being, or not fixed and why; with cost and parts as lines.',
  input: v.object({
    ticketId: id,
    closedKind,
    /** Required unless it is fixed. */
    note: optionalText(300, '说明'),
    costs: v.optional(v.pipe(v.array(costLine), v.maxLength(30, '最多 30 行费用')), []),
  }),
  output: moved,
  refusals: [...moveRefusals, 'NEEDS_REASON'],
  may: workers,
  writes: true,
})

/** Why somebody is proposed: what fits, what they have on their hands. */
export const suggestion = v.object({
  personId: id,
  name: v.string(),
  hasSkill: v.boolean(),
  isForBuilding: v.boolean(),
  isOnShift: v.boolean(),
  /** Open tickets they have. */
  load: v.number(),
  /** They gave this one back before. */
  hasBounced: v.boolean(),
})
export type Suggestion = v.InferOutput<typeof suggestion>

export const suggestTechnicians = procedure('repair.suggestTechnicians', {
  summary: 'Who could do it, the best first: by skill, building, shift and load.',
  input: v.object({ ticketId: id }),
  output: v.object({
    /** What its category asks somebody to know; empty when anybody may do it. */
    skill: v.string(),
    technicians: v.array(suggestion),
  }),
  refusals: ['NO_SUCH_TICKET'],
  may: workers,
})

export const assignTicket = procedure('repair.assignTicket', {
  summary: 'Give it to a technician, who then accepts it or gives it back.',
  input: v.object({ ticketId: id, toPersonId: id }),
  output: moved,
  refusals: [...moveRefusals, 'NOT_A_TECHNICIAN'],
  may: desk,
  writes: true,
})

export const refuseTicket = procedure('repair.refuseTicket', {
  summary: 'Say that it is not ours or cannot be done, and why.',
  input: v.object({ ticketId: id, reason: text(200, '原因') }),
  output: moved,
  refusals: moveRefusals,
  may: desk,
  writes: true,
})

export const classifyTicket = procedure('repair.classifyTicket', {
  summary: 'Correct category or urgency: its deadlines are computed anew from its beginning, earned pauses stay.',
  input: v.object({ ticketId: id, categoryId: id, urgency }),
  output: moved,
  refusals: [...moveRefusals, 'NO_SUCH_CATEGORY'],
  may: workers,
  writes: true,
})
