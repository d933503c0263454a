import Taro from '@tarojs/taro'
import type * as promised from './scan'

export const canScan: typeof promised.canScan = true

/** WeChat gives `result` for a link and `path` for a mini-program code. */
export const scan: typeof promised.scan = async () => {
  try {
    const read = await Taro.scanCode({ scanType: ['qrCode'] })
    return read.path || read.result
  } catch {
    return undefined
  }
}
