import type { Account, Client } from '../../contract/people-sign-in'

/** Which client this is, for the session. */
export declare const client: Client

/** What people call the account they sign in with: 微信, 支付宝, 本机浏览器. */
export declare const accountName: string

/** The account of the platform that is asking; Alipay's code is single-use, so ask anew for every call. May reject. */
export declare function askAccount(): Promise<Account>
