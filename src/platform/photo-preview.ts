import Taro from '@tarojs/taro'

/** Shows photos as large as the screen, beginning with one of them. */
export function lookAtPhotos(addresses: readonly string[], at: number): void {
  const current = addresses[at]
  if (current !== undefined) Taro.previewImage({ urls: [...addresses], current })
}
