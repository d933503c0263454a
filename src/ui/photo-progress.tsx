import { View } from '@tarojs/components'
import { useEffect } from 'react'
import type { PhotoQueue } from '../photo-queue'
import { Button } from './button'
import './photo-progress.scss'

interface PhotoProgressProps {
  /** The queues of this kind of record. */
  photos: {
    useQueue: (recordId: string) => PhotoQueue | undefined
    send: (recordId: string) => unknown
    drop: (recordId: string) => void
    tellNews: (recordId: string) => void
  }
  recordId: string
  /** They got through, some of them or all: what is shown should be asked anew. */
  onSent?: () => unknown
}

/** How photos on their way get on, and what did not get through with 重试; nothing when all have arrived. */
export function PhotoProgress({ photos, recordId, onSent }: PhotoProgressProps) {
  const queue = photos.useQueue(recordId)
  const { waiting = [], sent = 0, total = 0, isSending = false, hasNews = false, problem } = queue ?? {}
  // they may have got through while what is shown here was still being asked for: then too it is asked for anew
  // biome-ignore lint/correctness/useExhaustiveDependencies: news are told once
  useEffect(() => {
    if (!hasNews || !onSent) return
    photos.tellNews(recordId)
    onSent()
  }, [hasNews])
  if (!isSending && waiting.length === 0 && !problem) return null
  return (
    <View className={problem ? 'ui-photo-progress ui-photo-progress-stuck' : 'ui-photo-progress'} aria-live='polite'>
      <View>
        {isSending
          ? `正在上传照片 ${Math.min(sent + 1, total)}/${total}，可以离开这一页`
          : (problem ?? '有照片没有传上')}
      </View>
      <View className='ui-photo-progress-acts'>
        {isSending || waiting.length === 0 ? null : (
          <View className='ui-photo-progress-buttons'>
            <Button isSmall onTap={() => photos.send(recordId)}>{`重传 ${waiting.length} 张照片`}</Button>
            <Button isSmall kind='plain' onTap={() => photos.drop(recordId)}>
              不传了
            </Button>
          </View>
        )}
      </View>
    </View>
  )
}
