import { Empty, Skeleton } from 'antd'
import { listTexts } from '../../contract/survey-results'
import { Pager } from '../ui/pager'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { textsSentences } from './result-sentences'

/** What people wrote to one question, in an order that tells nothing. */
export function ResultTexts({ surveyId, item }: { surveyId: string; item: string }) {
  const cursor = useCursor(`${surveyId} ${item}`)
  const { value, trouble, isLoading, reload } = useAsk(
    listTexts,
    { surveyId, item, cursor: cursor.at, limit: 20 },
    textsSentences,
  )
  return (
    <section aria-label='大家写的话' aria-busy={isLoading}>
      {trouble?.refusal === 'TOO_FEW' ? (
        <p className='quiet'>{trouble.sentence}</p>
      ) : (
        <TroubleNote trouble={trouble} onRetry={reload} />
      )}
      {!value && isLoading && <Skeleton active />}
      {value && value.items.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='这一题没有人写字' />
      )}
      <ul className='result-texts'>
        {value?.items.map(({ text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what people wrote has no name, on purpose
          <li key={at}>{text}</li>
        ))}
      </ul>
      {value && (
        <Pager cursor={cursor} next={value.nextCursor} isLoading={isLoading}>
          顺序是打乱的
        </Pager>
      )}
    </section>
  )
}
