import { judgeDishes } from './canteen/judge-dishes'
import { recomputeFeedback } from './canteen/recompute-feedback'
import { runFeedbackSteps } from './canteen/run-feedback-steps'
import { tellOverdueActions } from './canteen/tell-overdue-actions'
import type { Cloud } from './cloud'
import { deliverOutbox } from './deliver-outbox'
import { forgetOld } from './forget-old'
import { sealAudit } from './people/seal-audit'
import { dispatchTickets } from './repair/dispatch-tickets'
import { recomputeTimes } from './repair/recompute-times'
import { runSteps } from './repair/run-steps'
import { closeOverRuns } from './shuttle/close-over-runs'
import { runSeatSteps } from './shuttle/run-seat-steps'
import { announceSurveys } from './survey/announce-surveys'
import { closeOverSurveys } from './survey/close-over-surveys'
import { remindBeforeClosing } from './survey/remind-before-closing'
import { settleAnswers } from './survey/settle-answers'
import { tellLateActions } from './survey/tell-late-actions'

/** What time itself does, in this order. Each can be done by several hosts at once and does nothing twice. */
const jobs: readonly { name: string; run(cloud: Cloud, now: number): Promise<unknown> }[] = [
  { name: 'sealAudit', run: sealAudit },
  // deadlines first: what is due is judged by the calendar as it is now
  { name: 'recomputeTimes', run: recomputeTimes },
  { name: 'dispatchTickets', run: dispatchTickets },
  { name: 'runSteps', run: runSteps },
  { name: 'judgeDishes', run: judgeDishes },
  { name: 'recomputeFeedback', run: recomputeFeedback },
  { name: 'runFeedbackSteps', run: runFeedbackSteps },
  { name: 'tellOverdueActions', run: tellOverdueActions },
  { name: 'runSeatSteps', run: runSeatSteps },
  { name: 'closeOverRuns', run: closeOverRuns },
  { name: 'announceSurveys', run: announceSurveys },
  { name: 'remindBeforeClosing', run: remindBeforeClosing },
  { name: 'closeOverSurveys', run: closeOverSurveys },
  { name: 'settleAnswers', run: settleAnswers },
  { name: 'tellLateActions', run: tellLateActions },
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
