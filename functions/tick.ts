import type { Cloud } from './cloud'
import { deliverOutbox } from './deliver-outbox'
import { forgetOld } from './forget-old'
import { sealAudit } from './people/seal-audit'

/** What time itself does, in this order. Each can be done by several hosts at once and does nothing twice. */
const jobs: readonly { name: string; run(cloud: Cloud, now: number): Promise<unknown> }[] = [
  { name: 'sealAudit', run: sealAudit },
  { name: 'deliverOutbox', run: deliverOutbox },
  { name: 'forgetOld', run: forgetOld },
]

/**
 * Does what is due in all institutions. Any number of hosts may call it, as often as they like. A job that fails is
 * logged and does not hold up the others; it is due again at the next call.
 */
export async function tick(cloud: Cloud): Promise<void> {
  const now = cloud.clock()
  for (const job of jobs) {
    try {
      await job.run(cloud, now)
    } catch (cause) {
      cloud.log({ level: 'error', message: `tick: ${job.name}`, cause })
    }
  }
}
