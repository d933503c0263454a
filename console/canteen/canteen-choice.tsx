import { Button, Empty, Select, Skeleton } from 'antd'
import { linkTo } from '../address'
import { TroubleNote } from '../ui/trouble-note'
import type { CanteenChoice } from './use-canteen'

/** Which canteen a page is about; nothing while there is only one. */
export function CanteenSelect({ canteens, canteen, choose }: CanteenChoice) {
  if (canteens.length < 2) return null
  return (
    <Select
      aria-label='食堂'
      style={{ minWidth: 150 }}
      options={canteens.map(({ canteenId, name }) => ({ value: canteenId, label: name }))}
      value={canteen?.canteenId}
      onChange={choose}
    />
  )
}

/** What stands instead of a page as long as there is no canteen to show. */
export function NoCanteen({ asked, canteen }: CanteenChoice) {
  if (canteen) return null
  if (!asked.value) {
    return asked.trouble ? <TroubleNote trouble={asked.trouble} onRetry={asked.reload} /> : <Skeleton active />
  }
  return (
    <div className='sheet'>
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description='还没有食堂。先填写食堂、档口和供餐时间，就可以排菜单了。'
      >
        <Button type='primary' href={linkTo('/canteen/canteens', { open: 'new' })}>
          添加食堂
        </Button>
      </Empty>
    </div>
  )
}
