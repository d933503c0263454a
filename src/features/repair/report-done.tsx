import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { TicketKind } from '../../../contract/repair-lifecycle'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { DoneCard } from '../../ui/done-card'
import { Page } from '../../ui/page'
import { PhotoProgress } from '../../ui/photo-progress'
import { usePresent } from '../../use-present'
import { ticketPhotos } from './photos'
import type { Reported } from './use-report'
import { momentText } from './words'
import './report-done.scss'

interface ReportDoneProps {
  reported: Reported
  onAgain: () => void
}

const whatNext: Record<TicketKind, string> = {
  repair: '有人接单、上门、修好，都会通知您。',
  cleaning: '有人接单、清理好，都会通知您。',
  hazard: '处理的每一步都会通知您。谢谢您的提醒！',
  praise: '我们会转告本人。谢谢您的鼓励！',
}

/** Reported: its number, until when what will happen, and what one would do next. */
export function ReportDone({ reported, onAgain }: ReportDoneProps) {
  useEffect(() => {
    // What was filled in was longer than this.
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)
  }, [])
  const { ticketId, number, createdAt, responseDueAt, resolveDueAt } = reported
  const { now, zone } = usePresent({ now: createdAt })
  const until = (at: string | undefined, what: string) => (at ? `${momentText(at, now, zone)} 前${what}` : '')
  return (
    <Page
      footer={
        <View className='report-done-buttons'>
          <Button kind='plain' onTap={onAgain}>
            再报一件
          </Button>
          <Button onTap={() => goTo('ticket', { ticketId }, 'replace')}>查看进度</Button>
        </View>
      }
    >
      <DoneCard>
        <View className='report-done-title' aria-live='polite'>
          已提交
        </View>
        <View className='report-done-number'>{`单号 ${number}`}</View>
        <View className='report-done-due'>{until(responseDueAt, '有人接单')}</View>
        <View className='report-done-due'>{until(resolveDueAt, '处理好')}</View>
        <View className='report-done-soft'>{whatNext[reported.kind]}</View>
        <PhotoProgress photos={ticketPhotos} recordId={ticketId} />
      </DoneCard>
    </Page>
  )
}

/** The self-help card was enough: nothing was reported. */
export function ReportSolved({ solved, onAgain }: { solved: number; onAgain: () => void }) {
  return (
    <Page footer={<Button onTap={() => goTo('home')}>回首页</Button>}>
      <DoneCard>
        <View className='report-done-title' aria-live='polite'>
          解决了就好
        </View>
        <View className='report-done-soft'>{`没有提交工单。这条提示已帮到 ${solved} 人次。`}</View>
        <Button kind='link' onTap={onAgain}>
          还有别的要报
        </Button>
      </DoneCard>
    </Page>
  )
}
