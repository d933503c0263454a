import Taro from '@tarojs/taro'
import type * as promised from './reminders'

export const askForReminders: typeof promised.askForReminders = () => {
  if (TEMPLATE_IDS.length === 0) return
  Taro.requestSubscribeMessage({ tmplIds: TEMPLATE_IDS.slice(0, 5), entityIds: [] }).catch(() => {
    // Refused, or switched off for good in the settings: the business goes on without messages.
  })
}
