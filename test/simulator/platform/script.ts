/** A request as the app made it. `path` is the url without scheme, host and query. */
export interface RequestCall {
  url: string
  path: string
  method: string
  header: Record<string, string>
  data: unknown
}

/** An answer; `status` is 200 unless given. Throwing instead means the network failed. */
export interface RequestAnswer {
  status?: number
  header?: Record<string, string>
  data?: unknown
}

export interface ModalQuestion {
  title: string
  content: string
  confirmText: string
  cancelText: string
  hasCancel: boolean
}

export type Scanned = { result?: string; path?: string } | 'cancel'

/**
 * What the world around the app answers: the person, the phone and the network. Each member has a friendly default
 * (see `defaultScript`) and may be replaced at any time, also in the middle of a test.
 */
export interface Script {
  request(call: RequestCall): RequestAnswer | Promise<RequestAnswer>
  /** `wx.cloud.callFunction`: what it returns stands in `result`; throwing fails the call. */
  cloud(name: string, data: unknown): unknown
  /** A string answers an editable modal and confirms. */
  modal(question: ModalQuestion): 'confirm' | 'cancel' | string | Promise<string>
  actionSheet(items: string[]): number | 'cancel' | Promise<number | 'cancel'>
  /** `result` for any code, `path` for a mini-program code. */
  scan(): Scanned | Promise<Scanned>
  /** The code of `wx.login` or `my.getAuthCode`. */
  loginCode(): string | 'fail'
  /** The code of a button with `open-type="getPhoneNumber"`. */
  phoneCode(): string | 'deny'
  subscribe(templateId: string): 'accept' | 'reject' | 'ban'
  calendar(): 'ok' | 'deny'
  /** Paths of photos chosen or taken; what is in them stands in `world.files`, else they hold a few bytes. */
  photos(): string[] | 'cancel'
  /** The answer to the platform's own privacy dialog, used only when the app listens to no `onNeedPrivacyAuthorization`. */
  privacy(): 'agree' | 'disagree'
}

/** A person who agrees to everything, on a phone with no server behind it. */
export function defaultScript(): Script {
  return {
    request: ({ method, path }) => {
      throw new Error(`the test scripts no answer to ${method} ${path}`)
    },
    cloud: (name) => {
      throw new Error(`the test scripts no answer to the cloud function ${name}`)
    },
    modal: () => 'confirm',
    actionSheet: () => 0,
    scan: () => 'cancel',
    loginCode: () => 'login-code',
    phoneCode: () => 'phone-code',
    subscribe: () => 'accept',
    calendar: () => 'ok',
    photos: () => 'cancel',
    privacy: () => 'agree',
  }
}
