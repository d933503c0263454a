import { View } from '@tarojs/components'
import { lookAtPlace } from '../../../contract/repair-places'
import { goTo } from '../../go-to'
import { dial } from '../../platform/phone-call'
import { reportTiles } from '../../service-tiles'
import { useMe } from '../../session'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { QuickTiles } from '../../ui/quick-tiles'
import { Row } from '../../ui/row'
import { say } from '../../ui/say'
import { Stack } from '../../ui/stack'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { KnownTickets } from './known-tickets'
import { placeSentences } from './sentences'
import './place.scss'

/** 这个地方: what a printed code that is no room's leads to: reporting in one tap, and what is open here already. */
export default function Place() {
  const { token, placeId } = useParams<'token' | 'placeId'>()
  const me = useMe()
  const { now, zone } = usePresent()
  const where = token ? { token } : placeId ? { placeId } : undefined
  const asked = useAsked(lookAtPlace, me && where)
  if (!me) {
    return (
      <Page>
        <Empty
          icon='repair'
          text='登录后可以在这里报修，也能看到已经报过的问题。'
          action='登录'
          onAction={askToSignIn}
        />
      </Page>
    )
  }
  if (asked.refusal || !where) {
    return (
      <Page>
        <Empty
          icon='scan'
          text={placeSentences.NO_SUCH_PLACE}
          action='按名字找地点'
          onAction={() => goTo('findPlace', {}, 'replace')}
        />
      </Page>
    )
  }
  const ring = async (number: string) => {
    if (!(await dial(number))) say(`请直接拨打值班电话 ${number}`)
  }
  return (
    <Page>
      <Stack>
        <AskedView asked={asked} lines={6}>
          {({ place, assets, assetId, openTickets, dutyPhone }) => (
            <Stack>
              <View className='place-head'>
                <View className='place-name'>{place.name}</View>
                <View className='place-where'>{place.where}</View>
                <View className='place-asset'>{assets.find((asset) => asset.assetId === assetId)?.name ?? ''}</View>
              </View>
              <QuickTiles tiles={reportTiles(where)} />
              <KnownTickets
                title='这里已经有人报过'
                tickets={openTickets}
                now={now}
                zone={zone}
                onJoined={asked.refresh}
              />
              <View>
                {dutyPhone ? (
                  <Card isFlush>
                    <Row
                      icon='phone'
                      title={`值班电话 ${dutyPhone}`}
                      note='紧急情况请直接打'
                      onTap={() => ring(dutyPhone)}
                    />
                  </Card>
                ) : null}
              </View>
            </Stack>
          )}
        </AskedView>
      </Stack>
    </Page>
  )
}
