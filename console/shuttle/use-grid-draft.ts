import { type MutableRefObject, useCallback } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { getTimetableGrid, saveTimetableGrid } from '../../contract/shuttle-grid'
import { useAsk } from '../ui/use-ask'
import { useDraft } from '../ui/use-draft'
import { useTask } from '../ui/use-task'
import { type DraftTrip, type GridContent, newKey } from './grid-draft'
import { gridSentences, saveGridSentences } from './timetable-sentences'

type Grid = ValueOf<typeof getTimetableGrid>

interface Wishes {
  timetableId: string
  routeId: string
  directionId: number
  /** The revision that the next edit of the timetable names. */
  revision: MutableRefObject<number>
  onSaved: () => void
}

/** One grid under work: every change can be taken back, and all of it is saved at once. */
export function useGridDraft({ timetableId, routeId, directionId, revision, onSaved }: Wishes) {
  const asked = useAsk(getTimetableGrid, { timetableId, routeId, directionId }, gridSentences)
  const task = useTask(saveTimetableGrid, saveGridSentences)
  const { value, reload } = asked
  const load = useCallback(
    ({ headsign, stopIds, ...grid }: Grid): GridContent => {
      revision.current = Math.max(revision.current, grid.revision)
      const absent = { isWheelchair: false, plate: '', driver: '' }
      return { headsign, stopIds, trips: grid.trips.map((trip) => ({ ...absent, ...trip, key: newKey() })) }
    },
    [revision],
  )
  const draft = useDraft(value, load)
  const { content, isDirty } = draft
  // asked for anew by hand, the grid that comes takes the place of all that would be typed until then
  const isReplaced = asked.isLoading && draft.isTakingNext()

  async function save(): Promise<boolean> {
    const sent = draft.current()
    if (!sent) return false
    const saved = await task.run({
      timetableId,
      routeId,
      directionId,
      revision: draft.readAt.current,
      headsign: sent.headsign,
      stopIds: [...sent.stopIds],
      trips: sent.trips.map(({ key: _, ...trip }) => trip),
    })
    if (!saved) return false
    revision.current = saved.revision
    // trips have got their ids; one that is no longer there would come back by a step as a new one
    const idOf = new Map(sent.trips.map(({ key }, at) => [key, saved.tripIds[at]]))
    const known = (trip: DraftTrip): DraftTrip =>
      trip.tripId === idOf.get(trip.key) ? trip : { ...trip, tripId: idOf.get(trip.key) }
    draft.keep(sent, saved.revision, (one) => ({ ...one, trips: one.trips.map(known) }))
    onSaved()
    return true
  }

  return {
    asked,
    content,
    current: draft.current,
    edit(next: GridContent) {
      if (next !== draft.current() && !isReplaced) draft.put(next)
    },
    undo: () => isReplaced || draft.undo(),
    redo: () => isReplaced || draft.redo(),
    canUndo: draft.canUndo,
    isDirty,
    isChanged: draft.isChanged,
    isSaving: task.isRunning || isReplaced,
    trouble: task.trouble,
    save,
    reload() {
      task.clear()
      draft.takeNext()
      reload()
    },
  }
}

export type GridDraft = ReturnType<typeof useGridDraft>
