import { type MutableRefObject, useCallback, useEffect, useRef, useState } from 'react'
import { getTimetableGrid, saveTimetableGrid } from '../../contract/shuttle-grid'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { useUnloadWarning } from '../ui/use-unload-warning'
import { type GridContent, newKey } from './grid-draft'
import { gridSentences, saveGridSentences } from './timetable-sentences'

interface Wishes {
  timetableId: string
  routeId: string
  directionId: number
  /** The revision that the next edit of the timetable names. */
  revision: MutableRefObject<number>
  onSaved: () => void
}

const mostUndone = 200

/** One grid under work: every change can be taken back, and all of it is saved at once. */
export function useGridDraft({ timetableId, routeId, directionId, revision, onSaved }: Wishes) {
  const asked = useAsk(getTimetableGrid, { timetableId, routeId, directionId }, gridSentences)
  const task = useTask(saveTimetableGrid, saveGridSentences)
  const { value, reload } = asked
  const [content, setContent] = useState<GridContent>()
  const [savedAs, setSavedAs] = useState<GridContent>()
  // keys come faster than the page is drawn: a step back must see the one before it
  const shown = useRef<GridContent>()
  const undone = useRef<{ back: GridContent[]; forth: GridContent[] }>({ back: [], forth: [] })
  // the revision that what is shown was read at: what others did since is refused, never overwritten
  const readAt = useRef(0)
  // a grid that comes again by itself (somebody signed in anew) must not take away what was typed
  const isWanted = useRef(true)
  const kept = useRef<GridContent>()

  const show = useCallback((next: GridContent) => {
    shown.current = next
    setContent(next)
  }, [])

  useEffect(() => {
    if (!value || (!isWanted.current && shown.current !== kept.current)) return
    isWanted.current = false
    readAt.current = value.revision
    revision.current = Math.max(revision.current, value.revision)
    const trips = value.trips.map((trip) => ({
      ...trip,
      isWheelchair: false,
      plate: '',
      driver: '',
      ...trip,
      key: newKey(),
    }))
    const loaded: GridContent = { headsign: value.headsign, stopIds: value.stopIds, trips }
    undone.current = { back: [], forth: [] }
    kept.current = loaded
    setSavedAs(loaded)
    show(loaded)
  }, [value, revision, show])

  const isDirty = content !== savedAs
  // asked for anew by hand, the grid that comes takes the place of all that is typed until then
  const isReplaced = asked.isLoading && isWanted.current

  function edit(next: GridContent) {
    if (!shown.current || next === shown.current || isReplaced) return
    undone.current = { back: [...undone.current.back.slice(-mostUndone), shown.current], forth: [] }
    show(next)
  }

  function step(from: 'back' | 'forth', to: 'back' | 'forth') {
    const stacks = undone.current
    const next = stacks[from][stacks[from].length - 1]
    if (!next || !shown.current || isReplaced) return
    undone.current = { ...stacks, [from]: stacks[from].slice(0, -1), [to]: [...stacks[to], shown.current] }
    show(next)
  }

  async function save(): Promise<boolean> {
    const sent = shown.current
    if (!sent) return false
    const saved = await task.run({
      timetableId,
      routeId,
      directionId,
      revision: readAt.current,
      headsign: sent.headsign,
      stopIds: [...sent.stopIds],
      trips: sent.trips.map(({ key: _, ...trip }) => trip),
    })
    if (!saved) return false
    revision.current = saved.revision
    readAt.current = saved.revision
    // what was typed meanwhile stays; a step back from here could bring a trip that is no longer there
    const idOf = new Map(sent.trips.map(({ key }, at) => [key, saved.tripIds[at]]))
    const known = (one: GridContent): GridContent => ({
      ...one,
      trips: one.trips.map((trip) => ({ ...trip, tripId: idOf.get(trip.key) ?? trip.tripId })),
    })
    const next = known(sent)
    kept.current = next
    setSavedAs(next)
    undone.current = { back: [], forth: [] }
    show(shown.current && shown.current !== sent ? known(shown.current) : next)
    onSaved()
    return true
  }

  useUnloadWarning(isDirty)

  return {
    asked,
    content,
    /** What stands there at this moment, for keys that come before the page is drawn. */
    current: () => shown.current,
    edit,
    undo: () => step('back', 'forth'),
    redo: () => step('forth', 'back'),
    canUndo: isDirty && undone.current.back.length > 0,
    isDirty,
    /** The same for keys that come before the page is drawn. */
    isChanged: () => shown.current !== kept.current,
    isSaving: task.isRunning || isReplaced,
    trouble: task.trouble,
    save,
    reload() {
      task.clear()
      isWanted.current = true
      reload()
    },
  }
}

export type GridDraft = ReturnType<typeof useGridDraft>
