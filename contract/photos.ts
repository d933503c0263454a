import * as v from 'valibot'
import { base64 } from './fields'

/** A photo as it was chosen is at most 5 MB. */
export const mostPhotoBytes = 5 * 1024 * 1024

/** A photo as it is sent, for the input of whatever attaches one. */
export const photoFile = v.object({
  // as it came: a name that is no plain one is refused, not cleaned
  fileName: v.pipe(v.string(), v.nonEmpty('文件名不能为空'), v.maxLength(1000, '文件名太长')),
  // nothing at all is no picture, like anything else that is none
  content: base64,
})

/** Why a file is not taken for a photo, whatever it was to be attached to. */
export const photoRefusals = [
  'NOT_A_PICTURE',
  'HIDDEN_CONTENT',
  'BAD_FILE_NAME',
  'TOO_LARGE_PHOTO',
  'NEEDS_CONSOLE',
] as const

/** A request that carries one photo, in bytes: base64 takes a third more. */
export const mostPhotoRequestBytes = 7_500_000
