import type * as promised from './account'

export const client: typeof promised.client = 'alipay'
export const accountName: typeof promised.accountName = '支付宝'

/** A silent one-time code that the cloud exchanges for the account's id. */
export const askAccount: typeof promised.askAccount = () =>
  new Promise((resolve, reject) => {
    my.getAuthCode({
      scopes: 'auth_base',
      success: ({ authCode }) => resolve({ provider: 'alipay', authCode }),
      fail: (failure) => reject(new Error(failure.errorMessage ?? '支付宝没有给出授权')),
    })
  })
