import { EditOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Card, Empty, Flex, List, Skeleton } from 'antd'
import { useState } from 'react'
import { listPlaces } from '../../contract/booking-rooms'
import { linkTo } from '../address'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { PlaceName, type PlaceWish } from './place-name'
import { noRefusals } from './sentences'

/** Sites and their buildings: what rooms stand in. */
export default function Places() {
  const { value, trouble, isLoading, reload } = useAsk(listPlaces, {}, noRefusals)
  const [wish, setWish] = useState<PlaceWish>()
  const addSite = (
    <Button type='primary' icon={<PlusOutlined />} onClick={() => setWish({ kind: 'site' })}>
      添加院区
    </Button>
  )
  return (
    <>
      <PageHead title='院区与楼宇' about='会议室所在的院区和楼宇。改名后，小程序和门牌上立即显示新名称。'>
        {addSite}
      </PageHead>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && isLoading && <Skeleton active />}
      {value?.sites.length === 0 && <Empty description='还没有院区，请先添加一个院区，再添加楼宇'>{addSite}</Empty>}
      <Flex vertical gap={16}>
        {value?.sites.map((site) => (
          <Card
            key={site.siteId}
            size='small'
            title={site.name}
            extra={
              <>
                <Button
                  type='text'
                  icon={<EditOutlined />}
                  aria-label={`给${site.name}改名`}
                  onClick={() => setWish({ kind: 'site', siteId: site.siteId, name: site.name })}
                >
                  改名
                </Button>
                <Button
                  type='text'
                  icon={<PlusOutlined />}
                  onClick={() => setWish({ kind: 'building', siteId: site.siteId, siteName: site.name })}
                >
                  添加楼宇
                </Button>
              </>
            }
          >
            <List
              size='small'
              dataSource={site.buildings}
              locale={{ emptyText: '这个院区还没有楼宇' }}
              renderItem={({ buildingId, name, rooms }) => (
                <List.Item
                  actions={[
                    <Button
                      key='rename'
                      type='link'
                      aria-label={`给${name}改名`}
                      onClick={() =>
                        setWish({ kind: 'building', siteId: site.siteId, siteName: site.name, buildingId, name })
                      }
                    >
                      改名
                    </Button>,
                  ]}
                >
                  <span>{name}</span>
                  <a className='quiet' href={linkTo('/booking/rooms', { site: site.siteId })}>
                    {rooms} 间会议室
                  </a>
                </List.Item>
              )}
            />
          </Card>
        ))}
      </Flex>
      {wish && (
        <PlaceName
          wish={wish}
          onClose={() => setWish(undefined)}
          onSaved={() => {
            setWish(undefined)
            reload()
          }}
        />
      )}
    </>
  )
}
