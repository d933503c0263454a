import { View } from '@tarojs/components'
import type { Ticket } from '../../../contract/repair'
import { dial } from '../../platform/phone-call'
import { Button } from '../../ui/button'
import { say } from '../../ui/say'
import { useParams } from '../../use-params'
import { JobSheets } from './job-sheets'
import { mainStepOf, numberToCall, otherStepsOf } from './job-steps'
import { stepWordsOf } from './job-words'
import { useJobActs } from './use-job-acts'
import './job-acts.scss'

interface JobActsProps {
  ticket: Ticket
  /** Something was done (or refused because the ticket is elsewhere by now): what is shown should be asked anew. */
  onDone: () => void
}

/** Whether the asker has steps of a technician or of the desk on this ticket; without any the page has no such footer. */
export const hasJobActs = (ticket: Ticket): boolean =>
  mainStepOf(ticket) !== undefined || otherStepsOf(ticket).length > 0

/** The next step of a job as one large button, everything else in a sheet. Stands in the footer of the ticket's page. */
export function JobActs({ ticket, onDone }: JobActsProps) {
  const { act } = useParams<'act'>()
  const mayFinish = ticket.acts.indexOf('finish') >= 0
  const acts = useJobActs(ticket.ticketId, onDone, act === 'finish' && mayFinish ? 'finish' : undefined)
  const main = mainStepOf(ticket)
  const hasOthers = otherStepsOf(ticket).length > 0
  const number = numberToCall(ticket)
  const callRequester = async (to: string) => {
    if (!(await dial(to))) say(`没能打开拨号，请手动拨打 ${to}。`)
  }
  return (
    <View className='job-acts'>
      <View className='job-acts-line'>
        <View className='job-acts-call'>
          {number ? (
            <Button kind='plain' onTap={() => callRequester(number)}>
              电话
            </Button>
          ) : null}
        </View>
        <View className='job-acts-more'>
          {hasOthers ? (
            <Button kind='plain' onTap={() => acts.open('more')}>
              {main ? '更多' : '处理这件工单'}
            </Button>
          ) : null}
        </View>
        <View className='job-acts-main'>
          {main ? (
            <Button onTap={() => ('act' in main ? acts.tap(main.act) : acts.open(main.sheet))}>
              {stepWordsOf(main, ticket).title}
            </Button>
          ) : null}
        </View>
      </View>
      <JobSheets ticket={ticket} acts={acts} />
    </View>
  )
}
