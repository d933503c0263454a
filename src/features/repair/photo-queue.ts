import { create } from 'zustand'
import type { RefusalOf } from '../../../contract/procedure'
import { addPhoto } from '../../../contract/repair-requester'
import { newKey } from '../../attempts'
import { call } from '../../call'
import { keepDraft, recallDraft } from '../../drafts'
import { sentenceOf } from '../../fault'
import { forgetPhotos, readPhoto, stillThere } from '../../platform/photos'
import { photoSentences } from './sentences'

type Stage = 'report' | 'finish'

/** A photo on this phone that is to go to a ticket. */
interface ChosenPhoto {
  address: string
  stage: Stage
}

/** One that the cloud does not have yet, as far as is known; its key makes a second try the same one. */
interface WaitingPhoto extends ChosenPhoto {
  key: string
}

/** The photos of one ticket that are on their way, or did not get through. */
interface PhotoQueue {
  waiting: WaitingPhoto[]
  /** How many of this turn have got through, of how many. */
  sent: number
  total: number
  isSending: boolean
  /** Why the rest did not get through, or why one was not taken, as a sentence. */
  problem?: string
}

const nobody: PhotoQueue = { waiting: [], sent: 0, total: 0, isSending: false }
const place = (ticketId: string) => `photos.${ticketId}`

const useQueues = create<Record<string, PhotoQueue>>()(() => ({}))

function change(ticketId: string, patch: Partial<PhotoQueue>): void {
  const queue = { ...(useQueues.getState()[ticketId] ?? nobody), ...patch }
  useQueues.setState({ [ticketId]: queue })
  keepDraft(place(ticketId), queue.waiting.length > 0 ? queue.waiting : undefined)
}

const endings: readonly (readonly [start: string, ending: string])[] = [
  ['iVBOR', 'png'],
  ['UklGR', 'webp'],
]
const fileNameOf = (content: string) => `photo.${endings.find(([start]) => content.startsWith(start))?.[1] ?? 'jpg'}`

/** Sends one photo. True: the cloud has it; a sentence: it will never take this one. Throws when it can be tried again. */
async function send(ticketId: string, { address, stage, key }: WaitingPhoto): Promise<true | string> {
  const content = await readPhoto(address)
  if (content === undefined) return '有照片已经不在这台手机上了。'
  const answer = await call(addPhoto, { ticketId, stage, fileName: fileNameOf(content), content }, key)
  if ('value' in answer) return true
  return photoSentences[answer.refusal as RefusalOf<typeof addPhoto>]
}

async function sendAll(ticketId: string, later: (sentence: string) => void): Promise<void> {
  const next = () => queueOf(ticketId).waiting[0]
  for (let photo = next(); photo; photo = next()) {
    const { address } = photo
    const outcome = await send(ticketId, photo)
    forgetPhotos([address])
    const { waiting, sent } = queueOf(ticketId)
    const left = waiting.filter((other) => other.address !== address)
    change(ticketId, { waiting: left, sent: outcome === true ? sent + 1 : sent })
    if (outcome !== true) later(outcome)
  }
}

/**
 * Sends photos of a ticket one after another, those that had not got through before as well. What does not get through
 * stays with the ticket for seven days; what the cloud refuses is dropped, and the queue says why.
 */
export async function sendPhotos(ticketId: string, more: readonly ChosenPhoto[] = []): Promise<void> {
  const earlier = queueOf(ticketId)
  const waiting = [...earlier.waiting, ...more.map((photo) => ({ ...photo, key: newKey() }))]
  if (earlier.isSending) return change(ticketId, { waiting, total: earlier.total + more.length })
  if (waiting.length === 0) return
  let problem: string | undefined
  change(ticketId, { waiting, sent: 0, total: waiting.length, isSending: true, problem })
  try {
    await sendAll(ticketId, (sentence) => {
      problem = sentence
    })
  } catch (thrown) {
    problem = `${sentenceOf(thrown)}，照片还没有传上`
  }
  change(ticketId, { isSending: false, problem })
}

/** Gives up the photos of a ticket that did not get through. */
export function dropPhotos(ticketId: string): void {
  forgetPhotos(queueOf(ticketId).waiting.map(({ address }) => address))
  change(ticketId, { ...nobody, problem: undefined })
}

function queueOf(ticketId: string): PhotoQueue {
  const known = useQueues.getState()[ticketId]
  return known ?? { ...nobody, waiting: recallDraft<WaitingPhoto[]>(place(ticketId)) ?? [] }
}

/** What still waits to be sent for a ticket; also of an earlier start of the app, as far as the phone still has it. */
export const usePhotoQueue = (ticketId: string): PhotoQueue | undefined => useQueues((queues) => queues[ticketId])

/** Takes up what an earlier start of the app has left unsent for a ticket. */
export async function recallQueue(ticketId: string): Promise<void> {
  if (useQueues.getState()[ticketId]) return
  const { waiting } = queueOf(ticketId)
  if (waiting.length === 0) return
  const found = await Promise.all(
    waiting.map(async (photo) => {
      const [address] = await stillThere([photo.address])
      return address === undefined ? undefined : { ...photo, address }
    }),
  )
  const there = found.filter((photo) => photo !== undefined)
  if (useQueues.getState()[ticketId]) return
  change(ticketId, { waiting: there, total: there.length })
}
