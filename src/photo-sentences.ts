import type { photoRefusals } from '../contract/photos'

/** Why a file is not taken for a photo, in every service that takes photos. */
export const photoFileSentences: Record<(typeof photoRefusals)[number], string> = {
  NOT_A_PICTURE: '这张不是照片，或已经损坏。请换一张 JPG、PNG 或 WebP 的。',
  HIDDEN_CONTENT: '这张照片里夹带了别的内容，不能上传。请重新拍一张。',
  BAD_FILE_NAME: '照片的文件名不对，请换一张。',
  TOO_LARGE_PHOTO: '照片不能超过 5 MB，请换一张小一些的。',
  NEEDS_CONSOLE: '现在不能处理照片，请稍后再添加。',
}
