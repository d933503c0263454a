import { useEffect, useState } from 'react'
import type { CostLine } from '../../../contract/repair'
import type { ClosedKind } from '../../../contract/repair-lifecycle'
import { keepDraft, recallDraft } from '../../drafts'
import { stillThere } from '../../platform/photos'

/** What is filled in so far. */
interface FinishForm {
  closedKind: ClosedKind | undefined
  note: string
  costs: CostLine[]
  /** Addresses on this phone. */
  photos: string[]
}

const empty: FinishForm = { closedKind: undefined, note: '', costs: [], photos: [] }

/** The form of finishing a ticket: a draft that survives a phone that rings, and leaving for a part from the van. */
export function useJobFinish(ticketId: string) {
  const place = `finish.${ticketId}`
  const [form, setForm] = useState<FinishForm>(() => recallDraft<FinishForm>(place) ?? empty)
  const change = (patch: Partial<FinishForm>) =>
    setForm((present) => {
      const next = { ...present, ...patch }
      keepDraft(place, next)
      return next
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the draft names may be gone by now; looked at once
  useEffect(() => {
    if (form.photos.length > 0) stillThere(form.photos).then((photos) => change({ photos }))
  }, [])
  return { form, change, forget: () => keepDraft(place, undefined) }
}
