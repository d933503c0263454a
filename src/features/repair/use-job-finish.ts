import { useEffect, useState } from 'react'
import { type CostLine, mostPhotos, type Ticket } from '../../../contract/repair'
import type { ClosedKind } from '../../../contract/repair-lifecycle'
import { addPhoto } from '../../../contract/repair-requester'
import { call } from '../../call'
import { keepDraft, recallDraft } from '../../drafts'
import { sentenceOf } from '../../fault'
import { choosePhotos, forgetPhotos, readPhoto, stillThere } from '../../platform/photos'
import { photoSentences } from './sentences'

/** What is filled in so far; kept for the case that the phone rings. */
interface FinishForm {
  closedKind: ClosedKind | undefined
  note: string
  costs: CostLine[]
  /** Addresses on this phone, of photos that were not sent yet. */
  photos: string[]
}

const empty: FinishForm = { closedKind: undefined, note: '', costs: [], photos: [] }

/** The form of finishing: a draft that survives leaving, and its photos, which are sent before it. */
export function useJobFinish({ ticketId, photos, cycle }: Ticket) {
  const place = `finish.${ticketId}`
  const [form, setForm] = useState<FinishForm>(() => recallDraft<FinishForm>(place) ?? empty)
  const [sent, setSent] = useState(photos.filter((photo) => photo.stage === 'finish' && photo.cycle === cycle).length)

  const hold = (next: FinishForm) => {
    keepDraft(place, next)
    return next
  }
  const change = (patch: Partial<FinishForm>) => setForm((present) => hold({ ...present, ...patch }))

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the draft names may be gone by now; looked at once
  useEffect(() => {
    if (form.photos.length > 0) stillThere(form.photos).then((there) => change({ photos: there }))
  }, [])

  const addPhotos = async () => {
    const chosen = await choosePhotos(mostPhotos - sent - form.photos.length)
    if (chosen.length > 0) change({ photos: [...form.photos, ...chosen] })
  }
  const dropPhoto = (address: string) => {
    forgetPhotos([address])
    setForm((present) => hold({ ...present, photos: present.photos.filter((other) => other !== address) }))
  }
  /** Sends the photos one after the other; a sentence when one was not taken. Those that were are not sent again. */
  const sendPhotos = async (): Promise<string | undefined> => {
    for (const address of form.photos) {
      const content = await readPhoto(address)
      if (content !== undefined) {
        try {
          const answer = await call(addPhoto, { ticketId, stage: 'finish', fileName: 'finish.jpg', content })
          if ('refusal' in answer) {
            dropPhoto(address)
            return photoSentences[answer.refusal]
          }
          setSent((count) => count + 1)
        } catch (thrown) {
          return sentenceOf(thrown)
        }
      }
      dropPhoto(address)
    }
    return undefined
  }
  return { form, sent, change, addPhotos, dropPhoto, sendPhotos, forget: () => keepDraft(place, undefined) }
}
