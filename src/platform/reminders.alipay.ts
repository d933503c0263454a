import type * as promised from './reminders'

/** Alipay takes three templates at once; Taro does not carry this call over. */
export const askForReminders: typeof promised.askForReminders = () => {
  if (TEMPLATE_IDS.length > 0) my.requestSubscribeMessage({ entityIds: TEMPLATE_IDS.slice(0, 3) })
}
