import type { Limit, LimitsByUrgency } from '../../contract/repair-clocks'

const hour = 60
const wall = (hours: number): Limit => ({ clock: 'wall', minutes: hours * hour })
const service = (hours: number): Limit => ({ clock: 'service', minutes: hours * hour })
const workingDays = (days: number): Limit => ({ clock: 'workingDays', days })

/**
 * What institutions usually promise: urgent within two hours on the wall clock, because a duty roster answers; a routine
 * need is answered in two service hours and planned within a working day.
 */
export const usualLimits = {
  works: {
    normal: { response: service(2), plan: workingDays(1), resolve: workingDays(3) },
    urgent: { response: wall(2), resolve: wall(24) },
  },
  power: {
    normal: { response: service(2), plan: workingDays(1), resolve: service(16) },
    urgent: { response: wall(2), resolve: wall(8) },
  },
  network: {
    normal: { response: { clock: 'service', minutes: 30 }, resolve: service(1) },
    urgent: { response: wall(2), resolve: wall(4) },
  },
  equipment: {
    normal: { response: service(2), resolve: { clock: 'wallToWorkEnd', minutes: 24 * hour } },
    urgent: { response: wall(2), resolve: wall(8) },
  },
  lift: {
    normal: { response: service(1), plan: service(4), resolve: workingDays(1) },
    urgent: { response: { clock: 'wall', minutes: 30 }, resolve: wall(4) },
  },
  cleaning: {
    normal: { response: service(1), resolve: service(4) },
    urgent: { response: wall(2), resolve: wall(4) },
  },
  pests: {
    normal: { response: service(2), plan: workingDays(1), resolve: workingDays(5) },
    urgent: { response: wall(2), resolve: wall(24) },
  },
  hazard: {
    normal: { response: service(2), plan: workingDays(1), resolve: workingDays(5) },
    urgent: { response: wall(1), resolve: wall(24) },
  },
  none: { normal: {}, urgent: {} },
} as const satisfies Record<string, LimitsByUrgency>
