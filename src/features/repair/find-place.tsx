import { useState } from 'react'
import { findPlaces } from '../../../contract/repair-places'
import { goTo } from '../../go-to'
import { canScan } from '../../platform/scan'
import { scanCode } from '../../scan-code'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { SearchField } from '../../ui/search-field'
import { Stack } from '../../ui/stack'
import { useAskedPages } from '../../use-asked-pages'
import { useParams } from '../../use-params'

/** 选择地点: by name, pinyin or building; without a word the places of last time; in the worst case written by hand. */
export default function FindPlace() {
  const params = useParams<'kind' | 'carry'>()
  const [query, setQuery] = useState('')
  const { first, items, ...pages } = useAskedPages(findPlaces, { query })
  const report = (where: { placeId?: string; placeNote?: string }) =>
    goTo('report', { ...where, kind: params.kind, carry: params.carry }, 'replace')
  const byHand = query ? () => report({ placeNote: query }) : undefined
  return (
    <Page
      footer={
        <Button kind='plain' onTap={scanCode}>
          {canScan ? '扫墙上或设备上的码' : '输入码上的六位字符'}
        </Button>
      }
    >
      <SearchField label='地点' placeholder='地点名称、拼音或楼名' onSearch={setQuery} />
      <Stack>
        <AskedView asked={first} lines={6}>
          {() =>
            items.length > 0 ? (
              <Card title={query ? undefined : '最近用过的地点'} isFlush>
                <InGroups items={items} keyOf={({ placeId }) => placeId}>
                  {({ placeId, name, where }) => (
                    <Row key={placeId} icon='place' title={name} note={where} onTap={() => report({ placeId })} />
                  )}
                </InGroups>
              </Card>
            ) : (
              <Empty
                icon='place'
                text={
                  query
                    ? `没有找到「${query}」。换个说法试试，也可以就这样写上去。`
                    : '在上面输入地点名称、拼音首字母或楼名，例如 茶水间、csj、综合楼。'
                }
                action={byHand ? '就写这个地点' : undefined}
                onAction={byHand}
              />
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更多地点' {...pages} />
    </Page>
  )
}
