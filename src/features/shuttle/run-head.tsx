import { View } from '@tarojs/components'
import { LineBadge } from './line-badge'
import { nameOfRoute } from './route-words'
import { runState, runStateClass } from './run-row'
import type { Manifest } from './use-run'
import { dotted, movedBy, whenText } from './words'
import './run-head.scss'

/** Which trip it is and, large, how many are on board. */
export function RunHead({ manifest, now }: { manifest: Manifest; now: number }) {
  const { run, walkIns, refused } = manifest
  const { route, headsign, departsAt, delayMinutes, plate, reserved, boarded, seats, waiting, changeNote } = run
  return (
    <View className='run-head'>
      <View className='run-head-line'>
        <View className='run-head-clock'>{whenText(movedBy(departsAt, delayMinutes), now)}</View>
        <LineBadge name={nameOfRoute(route)} color={route.color} textColor={route.textColor} />
        <View className={runStateClass(run)}>{runState(run)}</View>
      </View>
      <View>{dotted(`往 ${headsign}`, plate, `${seats} 座`, changeNote)}</View>
      <View className='run-head-count' aria-live='polite'>{`${boarded} / ${reserved} 已上车`}</View>
      <View className='run-head-soft'>
        {dotted(
          walkIns > 0 && `没预约的 ${walkIns} 人`,
          waiting > 0 && `候补 ${waiting} 人`,
          refused > 0 && `拒绝的码 ${refused} 次`,
        )}
      </View>
    </View>
  )
}
