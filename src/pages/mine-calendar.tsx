import { makeCalendarLink } from '../../contract/booking-door'
import { call } from '../call'
import { sentenceOf } from '../fault'
import { copyText } from '../platform/clipboard'
import { linkBase } from '../platform/link-base'
import { Row } from '../ui/row'
import { say, sure } from '../ui/say'

const question =
  '将生成一个只属于您的订阅地址，可在手机或电脑的日历里添加，以后的预订会自动出现。之前生成的地址会失效。请不要转发给别人。'

async function copyAddress(): Promise<void> {
  if (!(await sure(question, '生成并复制'))) return
  try {
    const answer = await call(makeCalendarLink, { scope: 'person' })
    if (!('value' in answer)) return say('没有生成订阅地址，请稍后再试')
    const isCopied = await copyText(linkBase + answer.value.path)
    say(isCopied ? '订阅地址已复制' : '订阅地址没有复制成功，请再试一次')
  } catch (thrown) {
    say(sentenceOf(thrown))
  }
}

/** My bookings in a calendar program: a private address, copied. */
export function CalendarRow() {
  return <Row icon='clock' title='同步到日历' note='复制我的预订的订阅地址' onTap={copyAddress} />
}
