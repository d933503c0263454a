import { useState } from 'react'
import type { InputOf, ValueOf } from '../../contract/procedure'
import { reportTicket } from '../../contract/repair'
import { mergeTicket } from '../../contract/repair-desk'
import { addPhoto } from '../../contract/repair-requester'
import { attempt } from '../ui/attempt'
import { readAsBase64 } from '../ui/files'
import type { Trouble } from '../ui/trouble'
import { addPhotoSentences, mergeSentences, reportSentences } from './sentences'

interface Wish {
  report: InputOf<typeof reportTicket>
  photos: readonly File[]
  /** The same was reported before: it follows that one. */
  into?: { ticketId: string; number: string }
}

/** A ticket that was taken in, and what did not go along with it. */
export interface Entered extends ValueOf<typeof reportTicket> {
  mergedInto?: string
  shortfalls: string[]
}

/** Sends one photo; gives why it did not arrive, or undefined. */
async function sendPhoto(ticketId: string, photo: File): Promise<string | undefined> {
  const content = await readAsBase64(photo).catch(() => undefined)
  if (!content) return addPhotoSentences.NOT_A_PICTURE
  const sent = await attempt(addPhoto, { ticketId, fileName: photo.name, content }, addPhotoSentences)
  return 'trouble' in sent ? sent.trouble.sentence : undefined
}

/** Everything behind one save: the report, then its photos one by one, then the merge. */
async function enter({ report, photos, into }: Wish): Promise<Entered | { trouble: Trouble }> {
  const reported = await attempt(reportTicket, report, reportSentences)
  if ('trouble' in reported) return reported
  const { ticketId } = reported.value
  const shortfalls: string[] = []
  for (const photo of photos) {
    const sentence = await sendPhoto(ticketId, photo)
    if (sentence) shortfalls.push(`照片「${photo.name}」没有传上：${sentence}`)
  }
  if (!into) return { ...reported.value, shortfalls }
  const merged = await attempt(mergeTicket, { ticketId, intoTicketId: into.ticketId }, mergeSentences)
  if ('value' in merged) return { ...reported.value, shortfalls, mergedInto: into.number }
  return { ...reported.value, shortfalls: [...shortfalls, `没有合并到 ${into.number}：${merged.trouble.sentence}`] }
}

/** Takes in a ticket on somebody's behalf; a second tap while it runs does nothing. */
export function useEnter(): {
  save: (wish: Wish) => Promise<Entered | undefined>
  isRunning: boolean
  trouble?: Trouble
} {
  const [isRunning, setIsRunning] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  async function save(wish: Wish): Promise<Entered | undefined> {
    if (isRunning) return undefined
    setIsRunning(true)
    setTrouble(undefined)
    const outcome = await enter(wish).finally(() => setIsRunning(false))
    if (!('trouble' in outcome)) return outcome
    setTrouble(outcome.trouble)
    return undefined
  }

  return { save, isRunning, trouble }
}
