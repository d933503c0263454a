import Taro from '@tarojs/taro'
import type * as promised from './calendar'

export const canAddToCalendar: typeof promised.canAddToCalendar = true

export const addToCalendar: typeof promised.addToCalendar = async ({ title, place, startsAt, endsAt }) => {
  try {
    await Taro.addPhoneCalendar({
      title,
      location: place,
      startTime: Math.floor(startsAt / 1000),
      endTime: String(Math.floor(endsAt / 1000)),
      alarmOffset: 900,
    })
    return true
  } catch {
    return false
  }
}
