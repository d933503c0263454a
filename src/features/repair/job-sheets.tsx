import { View } from '@tarojs/components'
import type { Ticket } from '../../../contract/repair'
import { ClassifySheet } from './job-classify-sheet'
import { FinishSheet } from './job-finish-sheet'
import { HangSheet } from './job-hang-sheet'
import { MoreSheet } from './job-more-sheet'
import { PersonSheet } from './job-person-sheet'
import { PlanSheet } from './job-plan-sheet'
import { ReasonSheet } from './job-reason-sheet'
import type { useJobActs } from './use-job-acts'

/** The sheet that is open, if any; each time it begins anew. */
export function JobSheets({ ticket, acts }: { ticket: Ticket; acts: ReturnType<typeof useJobActs> }) {
  const { sheet, problem, open, send, tap, look } = acts
  const given = { ticket, problem, onClose: () => open(undefined), onSend: send }
  const opened = () => {
    switch (sheet) {
      case undefined:
        return null
      case 'more':
        return (
          <MoreSheet
            ticket={ticket}
            onClose={given.onClose}
            onStep={(step) => ('act' in step ? tap(step.act) : open(step.sheet))}
          />
        )
      case 'bounce':
      case 'refuse':
        return <ReasonSheet kind={sheet} {...given} />
      case 'assign':
      case 'transfer':
        return <PersonSheet kind={sheet} {...given} />
      case 'plan':
        return <PlanSheet {...given} />
      case 'hang':
        return <HangSheet {...given} />
      case 'finish':
        return <FinishSheet {...given} onSent={look} />
      case 'classify':
        return <ClassifySheet {...given} />
    }
  }
  return <View className='job-sheets'>{opened()}</View>
}
