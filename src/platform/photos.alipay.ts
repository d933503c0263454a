import { say } from '../ui/say'
import { ownFiles } from './own-files'
import type * as promised from './photos'

const files = ownFiles(
  () => my.getFileSystemManager(),
  () => my.env.USER_DATA_PATH,
)

/** Older clients name the files `apFilePaths`. */
export const choosePhotos: typeof promised.choosePhotos = async (most) => {
  const chosen = await new Promise<string[]>((resolve) => {
    my.chooseImage({
      count: most,
      sizeType: ['compressed'],
      sourceType: ['camera', 'album'],
      success: ({ tempFilePaths, apFilePaths }) => resolve(tempFilePaths ?? apFilePaths ?? []),
      fail: ({ errorMessage = '' }) => {
        if (!/取消|cancel/i.test(errorMessage)) say('没有拿到照片，请在手机设置里允许支付宝使用相机和相册')
        resolve([])
      },
    })
  })
  return Promise.all(chosen.map(files.keep))
}

export const stillThere: typeof promised.stillThere = files.stillThere
export const shownAt: typeof promised.shownAt = async (address) => address
export const readPhoto: typeof promised.readPhoto = files.read
export const placePhoto: typeof promised.placePhoto = (_photoId, content) => files.write(content)
export const forgetPhotos: typeof promised.forgetPhotos = files.forget
