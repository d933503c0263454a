import { Empty, Skeleton, Table } from 'antd'
import { useMemo } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { compareRounds } from '../../contract/survey-results'
import { linkTo } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { Chart } from '../ui/report/chart'
import { countText, nothing } from '../ui/report/figures'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './result.css'
import { roundOption, stretchesOf } from './round-chart'
import { noRefusals } from './sentences'
import './survey.css'
import { shareText } from './words'

type Rounds = ValueOf<typeof compareRounds>
type Question = Rounds['questions'][number]

/** What two rounds that stand beside each other tell, in a sentence that claims no more than the intervals allow. */
function changeText({ points }: Question): string {
  const [before, now] = points.slice(-2)
  if (!before || !now) return '只有一轮，还不能比较。'
  if (now.isNewWording) return '这一轮改了措辞，和以前不能比。'
  if (now.mean === undefined || before.mean === undefined || !now.interval || !before.interval)
    return '有一轮答的人太少，不比较。'
  const difference = now.mean - before.mean
  const words = `比上一轮${difference >= 0 ? '高' : '低'} ${Math.abs(difference).toFixed(2)} 分`
  if (now.interval.low > before.interval.high) return `${words}，区间不重叠：确实好了。`
  if (now.interval.high < before.interval.low) return `${words}，区间不重叠：确实差了。`
  return `${words}，但区间重叠，可能只是偶然。`
}

function RoundQuestion({ question, rounds }: { question: Question; rounds: Rounds['rounds'] }) {
  const option = useMemo(() => roundOption(question, rounds), [question, rounds])
  const breaks = stretchesOf(question.points).length - 1
  return (
    <section className='sheet' aria-label={question.title}>
      <h2>{question.title}</h2>
      <p className='quiet'>{changeText(question)}</p>
      <Chart label={`${question.title}各轮的平均分和 95% 区间，数值见下面的表格`} height={190} option={option} />
      {breaks > 0 && <p className='remark-guess'>线断开的地方改过措辞，前后不能比。</p>}
    </section>
  )
}

/** The rounds of the quarterly core beside each other: means with intervals, and how many answered. */
export default function RoundsPage() {
  const zone = useZone()
  const { value, trouble, isLoading, reload } = useAsk(compareRounds, {}, noRefusals)
  const rounds = value?.rounds ?? []
  return (
    <>
      <PageHead title='季度对比' about='核心八题每季度问一次。竖线是 95% 区间：两轮的区间不重叠，才说得上变了。' />
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && isLoading && <Skeleton active paragraph={{ rows: 10 }} />}
      {value && rounds.length === 0 && (
        <div className='sheet'>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description='还没有结束的季度问卷。用“季度核心八题”做一份，结束以后这里就有第一轮'
          >
            <a href={linkTo('/survey/list', { new: '1' })}>新建问卷</a>
          </Empty>
        </div>
      )}
      {value && rounds.length > 0 && (
        <>
          <div className='round-charts'>
            {value.questions.map((question) => (
              <RoundQuestion key={question.code} question={question} rounds={rounds} />
            ))}
          </div>
          <section className='sheet round-table' aria-label='各轮数值'>
            <Table
              size='small'
              rowKey='surveyId'
              pagination={false}
              scroll={{ x: true }}
              dataSource={rounds}
              columns={[
                {
                  title: '轮次',
                  className: 'broad-cell',
                  render: (_, { surveyId, title }) => <a href={linkTo('/survey/result', { id: surveyId })}>{title}</a>,
                },
                {
                  title: '结束',
                  className: 'whole-line',
                  render: (_, { closedAt }) => showInstant(closedAt, zone).slice(0, 10),
                },
                { title: '答卷', align: 'right', render: (_, { n }) => countText(n) },
                {
                  title: '回收率',
                  align: 'right',
                  render: (_, { responseRate }) => (responseRate === undefined ? nothing : shareText(responseRate)),
                },
                ...value.questions.map((question, at) => ({
                  key: question.code,
                  title: <span title={question.title}>第 {at + 1} 题</span>,
                  align: 'right' as const,
                  className: 'whole-line',
                  render: (_: unknown, { surveyId }: { surveyId: string }) => {
                    const point = question.points.find((each) => each.surveyId === surveyId)
                    if (point?.mean === undefined) return nothing
                    const range = point.interval && `${point.interval.low.toFixed(2)}–${point.interval.high.toFixed(2)}`
                    return (
                      <>
                        {point.mean.toFixed(2)}
                        {point.isNewWording && <span className='remark-guess'> 改过措辞</span>}
                        <div className='quiet'>{range}</div>
                      </>
                    )
                  },
                })),
              ]}
            />
          </section>
        </>
      )}
    </>
  )
}
