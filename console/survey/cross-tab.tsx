import { Empty, Select, Table } from 'antd'
import type { ValueOf } from '../../contract/procedure'
import { getCrossTab, getResults } from '../../contract/survey-results'
import { useParams } from '../address'
import { countText } from '../ui/report/figures'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { crossTabSentences, resultsSentences } from './result-sentences'
import { shareText } from './words'

const crossable = ['single', 'csat', 'scale', 'nps']

type CrossTabValue = ValueOf<typeof getCrossTab>

/** χ² as a sentence: what it is, and what that means. */
function chiSentence({ chiSquare, note }: CrossTabValue): string {
  if (!chiSquare) return note
  const { value, freedom, p } = chiSquare
  const pText = p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`
  const meaning =
    p < 0.05
      ? '两题有关联：这样的差别很难用偶然来解释。有关联不等于谁引起了谁。'
      : '看不出两题有关联：这样的差别偶然也会出现。'
  return `χ² = ${value.toFixed(3)}，自由度 ${freedom}，${pText}。${meaning}`
}

/** Two questions against each other: counts with shares of each row, and whether they hang together. */
export function CrossTab({ surveyId }: { surveyId: string }) {
  const [params, merge] = useParams()
  const rows = params.get('rows') ?? ''
  const columns = params.get('columns') ?? ''
  const all = useAsk(getResults, { surveyId }, resultsSentences)
  const isWhole = rows !== '' && columns !== '' && rows !== columns
  const { value, trouble, isLoading, reload } = useAsk(
    getCrossTab,
    isWhole ? { surveyId, rows, columns } : undefined,
    crossTabSentences,
  )
  const questions = (all.value?.items ?? [])
    .filter(({ kind }) => crossable.includes(kind))
    .map(({ code, title }) => ({ value: code, label: title }))
  const hidden = value?.counts.some((line) => line.some(({ count }) => count === undefined))

  if (all.trouble) return <TroubleNote trouble={all.trouble} onRetry={all.reload} />
  return (
    <section className='sheet' aria-label='交叉分析'>
      <search className='filters result-filter'>
        <span>行</span>
        <Select
          aria-label='行是哪道题'
          style={{ width: 320 }}
          placeholder='选一道题'
          value={rows || undefined}
          options={questions.filter(({ value: code }) => code !== columns)}
          onChange={(code: string) => merge({ rows: code })}
        />
        <span>列</span>
        <Select
          aria-label='列是哪道题'
          style={{ width: 320 }}
          placeholder='选另一道题'
          value={columns || undefined}
          options={questions.filter(({ value: code }) => code !== rows)}
          onChange={(code: string) => merge({ columns: code })}
        />
      </search>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!isWhole && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            questions.length < 2 && all.value
              ? '这份问卷里能交叉的题不到两道；选择题和打分题可以交叉'
              : '选两道题，看看选了这个的人在那一题上怎么选'
          }
        />
      )}
      {isWhole && value && !trouble && hidden && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={value.note} />
      )}
      {isWhole && value && !trouble && !hidden && (
        <>
          <Table
            size='small'
            rowKey='code'
            loading={{ spinning: isLoading, delay: 200 }}
            pagination={false}
            scroll={{ x: true }}
            dataSource={value.rows.map((row, at) => ({ ...row, cells: value.counts[at] ?? [] }))}
            columns={[
              { title: '', className: 'broad-cell', render: (_, { text }) => <b>{text}</b> },
              ...value.columns.map(({ code, text, total }, at) => ({
                key: code,
                title: (
                  <>
                    {text}
                    {total !== undefined && <div className='quiet'>{countText(total)} 人</div>}
                  </>
                ),
                align: 'right' as const,
                render: (_: unknown, { cells, total: all }: { cells: { count?: number }[]; total?: number }) => {
                  const count = cells[at]?.count
                  if (count === undefined) return null
                  return (
                    <>
                      {countText(count)}
                      {all ? <div className='quiet'>{shareText(count / all)}</div> : null}
                    </>
                  )
                },
              })),
              {
                title: '合计',
                align: 'right',
                render: (_, { total }) => total !== undefined && countText(total),
              },
            ]}
          />
          <p role='status' className='cross-said'>
            {chiSentence(value)}
          </p>
        </>
      )}
    </section>
  )
}
