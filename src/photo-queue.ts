import { create } from 'zustand'
import { newKey } from './attempts'
import { keepDraft, recallDraft } from './drafts'
import { sentenceOf } from './fault'
import { forgetPhotos, readPhoto, stillThere } from './platform/photos'

/** A photo on this phone that is to go to a record; a service adds what it tells photos of one record apart by. */
interface ChosenPhoto {
  address: string
}

/** One that the cloud does not have yet, as far as is known; its key makes a second try the same one. */
type WaitingPhoto<Photo> = Photo & { key: string }

/** The photos of one record that are on their way, or did not get through. */
export interface PhotoQueue<Photo extends ChosenPhoto = ChosenPhoto> {
  waiting: WaitingPhoto<Photo>[]
  /** How many of this turn have got through, of how many. */
  sent: number
  total: number
  isSending: boolean
  /** Some have got through since a page that shows the record last asked for it. */
  hasNews: boolean
  /** Why the rest did not get through, or why one was not taken, as a sentence. */
  problem?: string
}

/** One photo as it is handed over, for the procedure that attaches it to the record. */
interface PhotoToSend<Photo> {
  recordId: string
  photo: Photo
  file: { fileName: string; content: string }
  key: string
}

/** Hands one over. True: the cloud has it; a sentence: it will never take this one. Throws when it can be tried again. */
type SendPhoto<Photo> = (what: PhotoToSend<Photo>) => Promise<true | string>

const place = (recordId: string) => `photos.${recordId}`

const endings: readonly (readonly [start: string, ending: string])[] = [
  ['iVBOR', 'png'],
  ['UklGR', 'webp'],
]
const fileNameOf = (content: string) => `photo.${endings.find(([start]) => content.startsWith(start))?.[1] ?? 'jpg'}`

/** The photos of one kind of record, each record with a queue of its own; `sendPhoto` is how one gets to the cloud. */
export function photoQueues<Photo extends ChosenPhoto>(sendPhoto: SendPhoto<Photo>) {
  type Queue = PhotoQueue<Photo>
  const nobody: Queue = { waiting: [], sent: 0, total: 0, isSending: false, hasNews: false }
  const useQueues = create<Record<string, Queue>>()(() => ({}))

  function change(recordId: string, patch: Partial<Queue>): void {
    const queue = { ...(useQueues.getState()[recordId] ?? nobody), ...patch }
    useQueues.setState({ [recordId]: queue })
    keepDraft(place(recordId), queue.waiting.length > 0 ? queue.waiting : undefined)
  }

  function queueOf(recordId: string): Queue {
    const known = useQueues.getState()[recordId]
    return known ?? { ...nobody, waiting: recallDraft<WaitingPhoto<Photo>[]>(place(recordId)) ?? [] }
  }

  async function sendOne(recordId: string, photo: WaitingPhoto<Photo>): Promise<true | string> {
    const content = await readPhoto(photo.address)
    if (content === undefined) return '有照片已经不在这台手机上了。'
    return sendPhoto({ recordId, photo, file: { fileName: fileNameOf(content), content }, key: photo.key })
  }

  async function sendAll(recordId: string, later: (sentence: string) => void): Promise<void> {
    const next = () => queueOf(recordId).waiting[0]
    for (let photo = next(); photo; photo = next()) {
      const { address } = photo
      const outcome = await sendOne(recordId, photo)
      forgetPhotos([address])
      const { waiting, sent } = queueOf(recordId)
      const left = waiting.filter((other) => other.address !== address)
      change(recordId, { waiting: left, sent: outcome === true ? sent + 1 : sent })
      if (outcome !== true) later(outcome)
    }
  }

  /**
   * Sends photos of a record one after another, those that had not got through before as well. What does not get through
   * stays with the record for seven days; what the cloud refuses is dropped, and the queue says why.
   */
  async function send(recordId: string, more: readonly Photo[] = []): Promise<void> {
    const earlier = queueOf(recordId)
    const waiting = [...earlier.waiting, ...more.map((photo) => ({ ...photo, key: newKey() }))]
    if (earlier.isSending) return change(recordId, { waiting, total: earlier.total + more.length })
    if (waiting.length === 0) return
    let problem: string | undefined
    change(recordId, { waiting, sent: 0, total: waiting.length, isSending: true, problem })
    try {
      await sendAll(recordId, (sentence) => {
        problem = sentence
      })
    } catch (thrown) {
      problem = `${sentenceOf(thrown)}，照片还没有传上`
    }
    change(recordId, { isSending: false, problem, hasNews: queueOf(recordId).sent > 0 })
  }

  /** Whoever shows the record asks for it anew. */
  const tellNews = (recordId: string): void => change(recordId, { hasNews: false })

  /** Gives up the photos of a record that did not get through. */
  function drop(recordId: string): void {
    forgetPhotos(queueOf(recordId).waiting.map(({ address }) => address))
    change(recordId, { ...nobody, problem: undefined })
  }

  /** Takes up what an earlier start of the app has left unsent for a record, as far as the phone still has it. */
  async function takeUp(recordId: string): Promise<void> {
    if (useQueues.getState()[recordId]) return
    const { waiting } = queueOf(recordId)
    if (waiting.length === 0) return
    const left = await stillThere(waiting.map(({ address }) => address))
    const there = waiting.filter(({ address }) => left.includes(address))
    if (useQueues.getState()[recordId]) return
    change(recordId, { waiting: there, total: there.length })
  }

  /** What still waits to be sent for a record. */
  const useQueue = (recordId: string): Queue | undefined => useQueues((queues) => queues[recordId])

  return { send, drop, takeUp, tellNews, useQueue }
}
