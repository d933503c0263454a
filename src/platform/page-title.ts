import Taro from '@tarojs/taro'

/** What the bar of the open page says, where one page serves several things. */
export function nameThisPage(title: string): void {
  Taro.setNavigationBarTitle({ title })
}
