import Taro from '@tarojs/taro'
import { say } from '../ui/say'
import { type FileManager, ownFiles } from './own-files'
import type * as promised from './photos'

/** A cloud function takes at most a megabyte; in base64 that is three quarters of it. */
const largest = 700_000

const files = ownFiles(
  () => Taro.getFileSystemManager() as FileManager,
  () => Taro.env.USER_DATA_PATH ?? '',
)

async function smaller(path: string): Promise<string> {
  try {
    const { tempFilePath } = await Taro.compressImage({ src: path, quality: 60, compressedWidth: 1600 })
    return tempFilePath
  } catch {
    return path
  }
}

export const choosePhotos: typeof promised.choosePhotos = async (most) => {
  try {
    const { tempFiles } = await Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sizeType: ['compressed'],
      sourceType: ['album', 'camera'],
    })
    return await Promise.all(
      tempFiles.map(async ({ tempFilePath, size }) =>
        files.keep(size > largest ? await smaller(tempFilePath) : tempFilePath),
      ),
    )
  } catch (failure) {
    const { errMsg = '' } = failure as { errMsg?: string }
    if (!errMsg.includes('cancel')) say('没有拿到照片，请在手机设置里允许微信使用相机和相册')
    return []
  }
}

export const stillThere: typeof promised.stillThere = files.stillThere
export const shownAt: typeof promised.shownAt = async (address) => address
export const readPhoto: typeof promised.readPhoto = files.read
export const placePhoto: typeof promised.placePhoto = (_photoId, content) => files.write(content)
export const forgetPhotos: typeof promised.forgetPhotos = files.forget
