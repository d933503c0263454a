import { useState } from 'react'
import { readAsBase64 } from '../files'
import type { Trouble } from '../trouble'

export interface ChosenFile {
  fileName: string
  content: string
}

const unreadable: Trouble = { sentence: '浏览器读不到这个文件，它可能已被移动或正被占用，请重新选择。', issues: [] }

/** A file from the person's disk: read into memory, or the trouble with it. */
export function useFile(megabytes: number, advice: string) {
  const [trouble, setTrouble] = useState<Trouble>()
  return {
    trouble,
    clear: () => setTrouble(undefined),
    tooLarge: () => setTrouble({ sentence: `文件超过 ${megabytes} MB。${advice}`, issues: [] }),
    async read(file: File): Promise<ChosenFile | undefined> {
      setTrouble(undefined)
      const content = await readAsBase64(file).catch(() => undefined)
      if (content === undefined) setTrouble(unreadable)
      return content === undefined ? undefined : { fileName: file.name, content }
    },
  }
}
