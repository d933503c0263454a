import { mostPhotoBytes } from '../../contract/photos'
import type { Cloud } from '../cloud'
import { type Refusal, refuse } from '../keeper'
import { documentsOf } from './documents'
import { hidesSomething, isPicture } from './judge-picture'

// letters that turn writing round make a name look like another
const notPlain = /[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]|\.\./u
const longestName = 200

/** Whether a file name is just a name: no path, nothing invisible that leads elsewhere. */
function isPlainName(fileName: string): boolean {
  return !notPlain.test(fileName) && fileName.trim() !== '' && [...fileName].length <= longestName
}

/** What is wrong with a file as it was chosen, before anything is asked of what it is to be attached to. */
export function fileProblem(fileName: string, bytes: Buffer): 'BAD_FILE_NAME' | 'TOO_LARGE_PHOTO' | undefined {
  if (!isPlainName(fileName)) return 'BAD_FILE_NAME'
  return bytes.length > mostPhotoBytes ? 'TOO_LARGE_PHOTO' : undefined
}

/** A photo made anew as WebP without metadata; refused when it is no whole picture, or something else besides. */
export async function readPicture(
  cloud: Pick<Cloud, 'documents'>,
  bytes: Buffer,
): Promise<Buffer | Refusal<'NOT_A_PICTURE' | 'HIDDEN_CONTENT'>> {
  if (!isPicture(bytes)) return refuse('NOT_A_PICTURE')
  if (hidesSomething(bytes)) return refuse('HIDDEN_CONTENT')
  return (await documentsOf(cloud).reencodePicture(bytes)) ?? refuse('NOT_A_PICTURE')
}
