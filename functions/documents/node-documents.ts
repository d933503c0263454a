import type { Documents } from './documents'
import { doorLabels } from './door-labels'
import { pinyinOf } from './pinyin'
import { readSheets } from './read-sheets'
import { reencodePicture } from './reencode-picture'
import { writeWorkbook } from './write-workbook'

/** The documents of a Node host. Its libraries are loaded by the first call that needs them. */
export function nodeDocuments(): Documents {
  return { readSheets, writeWorkbook, doorLabels, reencodePicture, pinyinOf }
}
