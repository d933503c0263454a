import Taro from '@tarojs/taro'

/** Alipay refuses more than 200 KB under one key; what is larger is not kept rather than kept broken. */
const largest = 190_000
const prefix = 'guanjia.'

/** Keeps a JSON value on this phone; `undefined` removes it. A full or forbidden storage is not an error. */
export function keep(key: string, value: unknown): void {
  try {
    const text = value === undefined ? undefined : JSON.stringify(value)
    if (text === undefined || text.length > largest) Taro.removeStorageSync(prefix + key)
    else Taro.setStorageSync(prefix + key, text)
  } catch {
    // Private browsing and a full disk refuse to store; the app then works without remembering.
  }
}

/** What was kept under the key, or undefined when nothing readable is there. */
export function recall<T>(key: string): T | undefined {
  try {
    const text: unknown = Taro.getStorageSync(prefix + key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

/** Removes everything this app has kept on the phone, except under these keys. */
export function forgetAllBut(kept: readonly string[]): void {
  try {
    const { keys } = Taro.getStorageInfoSync()
    const ours = keys.filter((key) => key.startsWith(prefix) && !kept.includes(key.slice(prefix.length)))
    for (const key of ours) Taro.removeStorageSync(key)
  } catch {
    // A storage that cannot be read has kept nothing either.
  }
}
