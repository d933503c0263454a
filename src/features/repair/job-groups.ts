import type { Job } from './job-time'

/** A job on the list; `isGone`: it was here a moment ago and is not any more, shown until the list is arranged anew. */
export type ListedJob = Job & { isGone?: boolean }

/** Jobs of one floor, or a single one. */
export interface JobGroup {
  key: string
  /** 综合楼 3层, when there are several that can be done on one way. */
  floor: string
  jobs: ListedJob[]
}

const floorOf = ({ building, floor, status }: Job) =>
  building && status !== 'hung' ? `${building} ${floor}`.trim() : ''

/** Jobs in the order in which they are due, with those of the same floor together at the place of the first of them. */
export function byFloor(jobs: readonly Job[]): JobGroup[] {
  const groups: JobGroup[] = []
  for (const job of jobs) {
    const floor = floorOf(job)
    const same = floor ? groups.find((group) => group.floor === floor) : undefined
    if (same) same.jobs.push(job)
    else groups.push({ key: job.ticketId, floor, jobs: [job] })
  }
  return groups.map((group) => (group.jobs.length > 1 ? group : { ...group, floor: '' }))
}

/** Each job for itself. */
export const singly = (jobs: readonly Job[]): JobGroup[] =>
  jobs.map((job) => ({ key: job.ticketId, floor: '', jobs: [job] }))

/**
 * The same groups with what is now known of their jobs: nothing moves under the thumb after a tap. What is not there any
 * more says so; what is new comes last.
 */
export function inPlace(groups: readonly JobGroup[], jobs: readonly Job[]): JobGroup[] {
  const newer = (ticketId: string) => jobs.find((job) => job.ticketId === ticketId)
  const isShown = ({ ticketId }: Job) => groups.some((group) => group.jobs.some((job) => job.ticketId === ticketId))
  const kept = groups.map((group) => ({
    ...group,
    jobs: group.jobs.map((job) => newer(job.ticketId) ?? { ...job, isGone: true }),
  }))
  return [...kept, ...singly(jobs.filter((job) => !isShown(job)))]
}

/** How many of these jobs lie on the floor of another one. */
export function onFloorOf(job: Job, jobs: readonly Job[]): number {
  const floor = floorOf(job)
  return floor ? jobs.filter((other) => floorOf(other) === floor).length : 0
}

/** The first jobs of the groups, so many in all. */
export function firstOf(groups: readonly JobGroup[], most: number): JobGroup[] {
  const shown: JobGroup[] = []
  let room = most
  for (const group of groups) {
    const jobs = group.jobs.slice(0, room)
    room -= jobs.length
    if (jobs.length > 0) shown.push({ ...group, jobs })
  }
  return shown
}

/** How many jobs the groups hold. */
export const countOf = (groups: readonly JobGroup[]): number => groups.reduce((sum, { jobs }) => sum + jobs.length, 0)
