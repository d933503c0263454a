import Taro from '@tarojs/taro'

/** Tells something in passing; gone after a moment. A long sentence stays until it is put away. */
export function say(sentence: string): void {
  if (sentence.length > 20) Taro.showModal({ content: sentence, showCancel: false, confirmText: '知道了' })
  else Taro.showToast({ title: sentence, icon: 'none', duration: 2500 })
}

/** Asks before something that cannot be taken back; whether the person agreed. */
export async function sure(content: string, confirmText: string, cancelText = '再想想'): Promise<boolean> {
  const { confirm } = await Taro.showModal({ content, confirmText, cancelText })
  return confirm
}
