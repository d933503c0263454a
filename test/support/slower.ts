const goes = 5
/** Of less than so many ms a processor's clock tells little. */
const leastMs = 4

/** Processor time of this process for one go, in ms: what else the machine does takes none of it. */
async function spent(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** How many times as long one thing takes as another, by the quickest of five goes of each in turn. */
export async function timesSlower(work: () => unknown, than: () => unknown): Promise<number> {
  let [long, short] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let go = 0; go < goes; go++) {
    short = Math.min(short, await spent(than))
    long = Math.min(long, await spent(work))
  }
  return Math.max(leastMs, long) / Math.max(leastMs, short)
}
