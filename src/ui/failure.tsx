import { Empty } from './empty'

/** It did not work: the reason as a sentence, and 重试. */
export function Failure({ sentence, onRetry }: { sentence: string; onRetry: () => unknown }) {
  return <Empty text={sentence} action='重试' onAction={onRetry} icon='alert' />
}
