import type * as promised from './account'

export const client: typeof promised.client = 'weapp'
export const accountName: typeof promised.accountName = '微信'

/** WeChat tells the cloud who is calling; nothing that the phone could send counts. */
export const askAccount: typeof promised.askAccount = async () => ({ provider: 'wechat' })
