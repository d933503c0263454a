import type { Ticket } from '../../../contract/repair'
import type { SendWish } from './use-job-acts'

/** What every sheet of a job is given. */
export interface JobSheetProps {
  ticket: Ticket
  /** What is wrong with what was filled in, as a sentence. */
  problem: string
  onClose: () => void
  onSend: SendWish
}
