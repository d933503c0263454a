import { View } from '@tarojs/components'
import type { ItemResult } from '../../../contract/survey-results'
import { ResultBars } from './result-bars'
import { dotted, figure, intervalText, percent, tooFewText } from './words'
import './result-item.scss'

/** The figures of an item in words, the strongest first. */
function sentencesOf({ kind, mean, nps, satisfied }: ItemResult, isOpen: boolean): string[] {
  const about = isOpen ? '大约' : ''
  const sentences: string[] = []
  if (mean) {
    const points = kind === 'number' ? '' : ' 分'
    sentences.push(`平均${about} ${figure(mean.value)}${points}${intervalText(mean.interval, figure)}。`)
  }
  if (satisfied)
    sentences.push(
      `${about}${about && ' '}${percent(satisfied.share)} 的人满意${intervalText(satisfied.interval, percent)}。`,
    )
  if (nps) {
    sentences.push(
      nps.value === undefined
        ? '推荐净值 —：还没有人回答。'
        : `推荐净值 ${figure(nps.value)}（−100 到 100，越高越好）${intervalText(nps.interval, figure)}。`,
    )
  }
  return sentences
}

const countOf = ({ n, empty }: Pick<ItemResult, 'n' | 'empty'>) =>
  dotted(n === undefined ? '' : `${n} 人回答`, empty !== undefined && empty > 0 && `${empty} 人没答`)

function Places({ places }: Required<Pick<ItemResult, 'places'>>) {
  const sorted = [...places].sort((one, other) => one.mean - other.mean)
  return (
    <View>
      {sorted.map(({ code, text, mean }, at) => (
        <View key={code} className='result-place'>
          <View className='result-place-number'>{String(at + 1)}</View>
          <View className='result-place-text'>{text}</View>
          <View className='result-soft'>{`平均第 ${figure(mean)} 位`}</View>
        </View>
      ))}
    </View>
  )
}

/** What came of one question: a figure in words, then bars; while more answers come (`isOpen`) no bars. */
export function ResultItem({ item, isOpen }: { item: ItemResult; isOpen: boolean }) {
  const { title, isHidden, cells, rows, places, kind } = item
  const isText = kind === 'text' || kind === 'longText'
  return (
    <View className='result'>
      <View className='result-question'>{title}</View>
      <View className='result-soft'>{countOf(item)}</View>
      {isHidden ? (
        <View className='result-hidden'>{tooFewText}</View>
      ) : (
        <View>
          {sentencesOf(item, isOpen).map((sentence) => (
            <View key={sentence} className='result-sentence'>
              {sentence}
            </View>
          ))}
          {places && places.length > 0 ? (
            <Places places={places} />
          ) : (
            <ResultBars cells={cells} n={kind === 'multiple' ? undefined : item.n} />
          )}
          <View className='result-soft'>{isOpen && !isText ? '各选项的人数在问卷结束以后公布。' : ''}</View>
          {rows?.map((row) => (
            <View key={row.code} className='result-row'>
              <View className='result-row-title'>{row.text}</View>
              <View className='result-soft'>{countOf({ n: row.n, empty: undefined })}</View>
              <ResultBars cells={row.cells} n={row.n} />
            </View>
          ))}
          <View className='result-soft'>{isText ? '大家写的话由负责人阅读，不在这里逐条列出。' : ''}</View>
        </View>
      )}
    </View>
  )
}
