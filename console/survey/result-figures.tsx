import { Button, Empty, Select, Skeleton } from 'antd'
import { getResults } from '../../contract/survey-results'
import { useParams } from '../address'
import { FigureCards } from '../ui/report/figure-cards'
import { countText, nothing } from '../ui/report/figures'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { ResultItem } from './result-item'
import { resultsSentences } from './result-sentences'
import { shareText } from './words'

const filterable = ['single', 'multiple', 'csat', 'scale', 'nps']

/** The figures of a survey: how many answered, then question by question; of all, or of those who chose one option. */
export function ResultFigures({ surveyId }: { surveyId: string }) {
  const [params, merge] = useParams()
  const item = params.get('item') ?? ''
  const option = params.get('option') ?? ''
  const isFiltered = item !== '' && option !== ''
  const all = useAsk(getResults, { surveyId }, resultsSentences)
  const part = useAsk(getResults, isFiltered ? { surveyId, filter: { item, option } } : undefined, resultsSentences)
  const { value, trouble, isLoading, reload } = isFiltered ? part : all
  const questions = all.value?.items.filter(({ kind, cells }) => filterable.includes(kind) && cells.length > 0) ?? []
  const chosen = questions.find(({ code }) => code === item)

  if (all.trouble) {
    const isEarly = all.trouble.refusal === 'NOT_YET' || all.trouble.refusal === 'TOO_FEW'
    if (!isEarly) return <TroubleNote trouble={all.trouble} onRetry={all.reload} />
    return (
      <div className='sheet'>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={all.trouble.sentence}>
          <Button onClick={() => merge({ tab: 'participation' })}>看有多少人答了</Button>
        </Empty>
      </div>
    )
  }
  if (!all.value) return <Skeleton active paragraph={{ rows: 12 }} />
  const { invited, answered, paper, responseRate } = all.value
  return (
    <>
      <FigureCards
        cards={[
          {
            name: '回收率',
            value: responseRate === undefined ? nothing : shareText(responseRate),
            note: `邀请 ${countText(invited)} 人，答了 ${countText(answered)} 人`,
          },
          {
            name: '计入结果的答卷',
            value: `${countText(all.value.n)} 份`,
            note: paper > 0 ? `其中纸质补录 ${countText(paper)} 份` : '匿名答卷攒够一批才一起计入',
          },
        ]}
      />
      <search className='filters result-filter'>
        <span>只看</span>
        <Select
          aria-label='按哪道题筛选'
          style={{ width: 320 }}
          allowClear
          placeholder='全部答卷'
          value={item || undefined}
          options={questions.map(({ code, title }) => ({ value: code, label: title }))}
          onChange={(code?: string) => merge({ item: code ?? '', option: '' })}
        />
        {chosen && (
          <>
            <span>选了</span>
            <Select
              aria-label='选了什么'
              style={{ width: 200 }}
              placeholder='选一个选项'
              value={option || undefined}
              options={chosen.cells
                .filter(({ count }) => count)
                .map(({ code, text }) => ({ value: code, label: text }))}
              onChange={(code: string) => merge({ option: code })}
            />
            <span>的人</span>
          </>
        )}
        <span className='quiet'>
          一次只能按一道题筛选；少于 5 人的数字，和能推算出它们的数字都不显示，平均分也只给个大概。
        </span>
      </search>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {isFiltered && value?.filterText && <p role='status'>现在只看：{value.filterText}</p>}
      {value && !trouble && (
        <div className={isLoading ? 'report-waiting' : undefined} aria-busy={isLoading}>
          {value.items.map((result, at) => (
            <ResultItem
              key={result.code}
              surveyId={surveyId}
              number={at + 1}
              result={result}
              isFiltered={isFiltered}
              isOpen={all.value?.status === 'published'}
            />
          ))}
        </div>
      )}
    </>
  )
}
