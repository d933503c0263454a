import Taro from '@tarojs/taro'

/** Puts a text on the clipboard; whether the platform did it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false
  }
}
