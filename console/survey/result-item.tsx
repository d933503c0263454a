import { Button } from 'antd'
import { useState } from 'react'
import type { ItemResult } from '../../contract/survey-results'
import { linkTo } from '../address'
import { countText, nothing } from '../ui/report/figures'
import { ResultTexts } from './result-texts'
import { ShareBars } from './share-bars'
import { kindNames, shareText } from './words'

const oneDigit = (value: number) => value.toFixed(1)
const twoDigits = (value: number) => value.toFixed(2)

interface Figure {
  name: string
  value: string
  note?: string
}

/** The figures that say most about an item, with their intervals in words. */
function figuresOf({ mean, nps, satisfied }: ItemResult): Figure[] {
  const figures: Figure[] = []
  if (satisfied)
    figures.push({
      name: '满意率',
      value: shareText(satisfied.share),
      note: satisfied.interval && `${shareText(satisfied.interval.low)}–${shareText(satisfied.interval.high)}`,
    })
  if (nps)
    figures.push({
      name: '净推荐值',
      value: nps.value === undefined ? nothing : (nps.value > 0 ? '+' : '') + oneDigit(nps.value),
      note: [
        nps.interval && `${oneDigit(nps.interval.low)} 至 ${oneDigit(nps.interval.high)}`,
        nps.promoters !== undefined && nps.detractors !== undefined
          ? `推荐 ${nps.promoters} 人，批评 ${nps.detractors} 人`
          : '',
      ]
        .filter(Boolean)
        .join('；'),
    })
  if (mean)
    figures.push({
      name: '平均',
      value: twoDigits(mean.value),
      note: mean.interval && `${twoDigits(mean.interval.low)}–${twoDigits(mean.interval.high)}`,
    })
  return figures
}

interface Props {
  surveyId: string
  number: number
  result: ItemResult
  /** The figures are of a part of the answers: what people wrote is shown for all alone. */
  isFiltered: boolean
  /** More answers come: how many chose what is told at the end. */
  isOpen: boolean
}

const isText = ({ kind }: ItemResult) => kind === 'text' || kind === 'longText'

/** What came of one question: its figures, bars with intervals, and what can be done about it. */
export function ResultItem({ surveyId, number, result, isFiltered, isOpen }: Props) {
  const [isReading, setIsReading] = useState(false)
  const { code, kind, title, n, empty, cells, rows, places, isHidden } = result
  const need = `${title}：`.slice(0, 300)
  return (
    <section className='sheet result-item' aria-label={`第 ${number} 题`}>
      <header>
        <h2>
          <b>{number}</b> {title}
        </h2>
        <Button size='small' href={linkTo('/survey/actions', { action: 'new', survey: surveyId, item: code, need })}>
          立改进事项
        </Button>
      </header>
      <p className='quiet'>
        {kindNames[kind as keyof typeof kindNames] ?? kind}
        {n !== undefined && ` · ${countText(n)} 人答`}
        {empty !== undefined && empty > 0 && ` · ${countText(empty)} 人没有答或没有看到这一题`}
      </p>
      {isHidden ? (
        <p>答这一题的人太少，或者能从它推算出人数太少的选项。为了不让人猜出是谁答的，数字不显示。</p>
      ) : (
        <>
          <Figures figures={figuresOf(result)} />
          {isOpen && <p className='quiet'>问卷还在收，平均分只给个大概；各选项的人数在结束以后公布。</p>}
          {cells.length > 0 && !rows && <ShareBars label={title} cells={cells} />}
          {rows?.map((row) => (
            <div key={row.code} className='result-row'>
              <h3>
                {row.text} <span className='quiet'>{row.n !== undefined && `${countText(row.n)} 人`}</span>
              </h3>
              <ShareBars label={`${title} ${row.text}`} cells={row.cells} />
            </div>
          ))}
          {places && (
            <p>
              平均名次：
              {[...places]
                .sort((a, b) => a.mean - b.mean)
                .map(({ text, mean }) => `${text} ${oneDigit(mean)}`)
                .join('；')}
            </p>
          )}
        </>
      )}
      {isText(result) &&
        !isFiltered &&
        !isOpen &&
        (isReading ? (
          <ResultTexts surveyId={surveyId} item={code} />
        ) : (
          <Button onClick={() => setIsReading(true)}>看大家写的话</Button>
        ))}
      {isText(result) && isFiltered && <p className='quiet'>筛选时不显示原话，免得认出是谁写的。</p>}
    </section>
  )
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return null
  return (
    <dl className='result-figures'>
      {figures.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {note && <dd className='quiet'>{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
