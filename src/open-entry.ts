import Taro from '@tarojs/taro'
import { readEntry } from './entry'
import { goTo } from './go-to'
import { linkBase } from './platform/link-base'

let lastText = ''
let lastAt = 0
/** Alipay hands the same code over at launch and again at show; within this time it is the same visit. */
const sameVisitMs = 1500

/** Opens what a scanned or handed-over text points to; a text that is not ours says so and opens nothing. */
export function openEntry(text: string): void {
  const now = Date.now()
  if (text === lastText && now - lastAt < sameVisitMs) return
  lastText = text
  lastAt = now
  const entry = readEntry(text, linkBase)
  if (entry.kind === 'door') goTo('door', { token: entry.token })
  else if (entry.kind === 'signIn') goTo('confirmSignIn', { code: entry.code })
  else Taro.showModal({ title: '无法识别', content: '不是本单位的二维码', showCancel: false, confirmText: '知道了' })
}
