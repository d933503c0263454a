import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { ticketKinds } from '../../../contract/repair-lifecycle'
import { goTo } from '../../go-to'
import { nameThisPage } from '../../platform/page-title'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Segmented } from '../../ui/segmented'
import { Skeleton } from '../../ui/skeleton'
import { Stack } from '../../ui/stack'
import type { Asked } from '../../use-asked'
import { usePresent } from '../../use-present'
import { KnownTickets } from './known-tickets'
import { ReportCategories } from './report-categories'
import { ReportDetails } from './report-details'
import { ReportDone, ReportSolved } from './report-done'
import { ReportMore, ReportUrgency } from './report-more'
import { ReportPlace } from './report-place'
import { placeSentences } from './sentences'
import { useReport } from './use-report'
import { kindNames } from './words'
import './report.scss'

const kinds = ticketKinds.map((value) => ({ value, label: kindNames[value] }))

/** 报修: the place is known by its code, one tap says what is wrong, the next one sends it. */
export default function Report() {
  const report = useReport()
  const { me, form, round, asked, tree, categories, category, trouble, hasPlace, change, write } = report
  const { now, zone } = usePresent()
  const { kind } = form
  const choosePlace = () => goTo('findPlace', { kind, carry: report.keepForNext() ? 1 : undefined }, 'replace')

  useEffect(() => {
    nameThisPage(kindNames[kind])
  }, [kind])
  const isLost = me !== undefined && !hasPlace && !report.done
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is clear that there is no place
  useEffect(() => {
    if (isLost) choosePlace()
  }, [isLost])

  if (report.done) return <ReportDone reported={report.done} onAgain={report.again} />
  if (report.solved !== undefined) return <ReportSolved solved={report.solved} onAgain={report.again} />
  if (!me) {
    return (
      <Page>
        <Empty icon='repair' text='登录后可以报修，处理的每一步都会通知您。' action='登录' onAction={askToSignIn} />
      </Page>
    )
  }
  if (isLost) {
    return (
      <Page>
        <Skeleton lines={6} />
      </Page>
    )
  }
  if (asked.refusal) {
    return (
      <Page>
        <Empty icon='scan' text={placeSentences[asked.refusal.refusal]} action='按名字找地点' onAction={choosePlace} />
      </Page>
    )
  }
  const found = asked.value
  const first: Asked<unknown> = form.token || form.placeId ? asked : tree
  const proposed = (found?.assets ?? []).map(({ categoryId }) => categoryId)
  const choose = (categoryId: string | undefined) => change({ categoryId })
  return (
    <Page
      footer={
        <View>
          <View className={trouble ? 'report-trouble report-trouble-bad' : 'report-trouble'} aria-live='assertive'>
            {trouble ?? (category ? '' : '先点一下是哪一类')}
          </View>
          <Button isDisabled={!category} onTap={report.submit}>
            提交
          </Button>
        </View>
      }
    >
      <Segmented
        choices={kinds}
        chosen={kind}
        onChoose={(next) => change({ kind: next, categoryId: undefined, answers: {} })}
      />
      <Stack>
        <AskedView asked={first} lines={8}>
          {() => (
            <Stack>
              <ReportPlace
                found={found}
                placeNote={form.placeNote}
                assetId={form.assetId}
                withAssets={kind === 'repair'}
                onAsset={report.chooseAsset}
                onChange={choosePlace}
              />
              <KnownTickets
                title='这里已经有人报过'
                tickets={(found?.openTickets ?? []).filter((ticket) => ticket.kind === kind)}
                now={now}
                zone={zone}
                onJoined={asked.refresh}
              />
              <AskedView asked={{ ...tree, problem: tree.value ? undefined : tree.problem }} lines={6}>
                {() => (
                  <ReportCategories
                    categories={categories}
                    kind={kind}
                    chosen={category}
                    proposed={proposed}
                    onChoose={choose}
                  />
                )}
              </AskedView>
            </Stack>
          )}
        </AskedView>
      </Stack>
      <View key={round} className={category ? '' : 'report-away'}>
        <Stack>
          <View className={kind === 'praise' ? 'report-away' : ''}>
            <ReportUrgency form={form} dutyPhone={tree.value?.dutyPhone ?? ''} onChange={change} />
          </View>
          <ReportDetails
            form={form}
            category={category}
            photoPolicy={found?.place.photoPolicy ?? 'allowed'}
            onChange={change}
            onAnswer={report.answer}
            onWords={(words) => write({ words })}
            onSolve={report.solve}
          />
          <View className={kind === 'praise' ? 'report-away' : ''}>
            <ReportMore form={form} now={now} zone={zone} onChange={change} onWrite={write} />
          </View>
        </Stack>
      </View>
      <View>
        {report.wasDrafted ? (
          <Button kind='link' onTap={() => report.forget()}>
            已恢复上次没提交的内容，点此清空
          </Button>
        ) : null}
      </View>
    </Page>
  )
}
