import { View } from '@tarojs/components'
import { useState } from 'react'
import { findStops } from '../../../contract/shuttle'
import type { Stop } from '../../../contract/shuttle-words'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { SearchField } from '../../ui/search-field'
import { Stack } from '../../ui/stack'
import { useAskedPages } from '../../use-asked-pages'
import { StopRow } from './stop-row'
import './stop-search.scss'

interface StopSearchProps {
  /** Of the taps on a stop. */
  onStop: (stop: Stop) => unknown
  /** With it each stop has a star; called with whether it is to be kept. */
  onStar?: (stopId: string, isFavourite: boolean) => Promise<unknown>
}

/** Stops by name, pinyin, initials or the number on the pole; without a word all of them. */
export function StopSearch({ onStop, onStar }: StopSearchProps) {
  const [query, setQuery] = useState('')
  const { first, items, ...pages } = useAskedPages(findStops, { query })
  const star = onStar && ((id: string, isFavourite: boolean) => onStar(id, isFavourite).then(first.refresh))
  return (
    <Stack>
      <SearchField label='站点' placeholder='站名、拼音首字母或站牌号' onSearch={setQuery} />
      <Stack>
        <AskedView asked={first} lines={6}>
          {() =>
            items.length > 0 ? (
              <View className='stop-rows'>
                <InGroups items={items} keyOf={({ stopId }) => stopId}>
                  {(stop) => <StopRow key={stop.stopId} stop={stop} onTap={() => onStop(stop)} onStar={star} />}
                </InGroups>
              </View>
            ) : (
              <Empty
                icon='place'
                text={
                  query
                    ? `没有找到「${query}」。换个说法试试，例如站名的拼音首字母。`
                    : '还没有站点。时刻表发布以后，站点会出现在这里。'
                }
                action='刷新'
                onAction={first.refresh}
              />
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更多站点' {...pages} />
    </Stack>
  )
}
