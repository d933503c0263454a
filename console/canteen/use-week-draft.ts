import { useCallback, useEffect, useRef, useState } from 'react'
import { type DraftDay, getMenuDraft, saveMenuDay } from '../../contract/canteen-menus'
import type { Day } from '../../contract/zone'
import { attempt } from '../ui/attempt'
import type { Trouble } from '../ui/trouble'
import { type Asked, useAsk } from '../ui/use-ask'
import { canteenSentences, saveDaySentences } from './sentences'
import { contentOf, type DayContent, type Edits, told } from './week-draft'

/** How soon after the last change a day is saved (ms). */
const pauseMs = 600
const mostUndone = 100

export type SaveState = 'saved' | 'saving' | 'stuck'

export interface WeekDraft {
  asked: Asked<unknown>
  today: Day
  days: readonly DraftDay[]
  saveState: SaveState
  /** Why the last saving failed; `day` is the one it was about. */
  trouble?: Trouble & { day: Day }
  /** The days as they are at this moment, for what was begun earlier. */
  current: () => readonly DraftDay[]
  edit: (edits: Edits) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  /** Saves at once what has changed; resolves to whether everything is saved. */
  flush: () => Promise<boolean>
  reload: () => void
}

/** One week under work: every change is shown at once and each changed day is saved by itself a moment later. */
export function useWeekDraft(canteenId: string, day: Day): WeekDraft {
  const asked = useAsk(getMenuDraft, { canteenId, day }, canteenSentences)
  const { value, reload } = asked
  const [days, setDays] = useState<readonly DraftDay[]>([])
  const [saveState, setSaveState] = useState<SaveState>('saved')
  const [trouble, setTrouble] = useState<WeekDraft['trouble']>()
  const [canUndo, setCanUndo] = useState(false)
  // what is shown, for the saving that goes on behind the page
  const shown = useRef<readonly DraftDay[]>([])
  const waiting = useRef(new Set<Day>())
  // keys come faster than the page is drawn: a step back must see the one before it
  const undone = useRef<{ back: Edits[]; forth: Edits[] }>({ back: [], forth: [] })
  const running = useRef<Promise<boolean>>()
  const timer = useRef<ReturnType<typeof setTimeout>>()

  const show = useCallback((next: readonly DraftDay[]) => {
    shown.current = next
    setDays(next)
  }, [])

  useEffect(() => {
    if (!value) return
    // a day that waits to be saved keeps what was typed, and the revision it was typed over
    const known = new Map(shown.current.map((each) => [each.day, each]))
    show(value.days.map(told).map((each) => (waiting.current.has(each.day) ? (known.get(each.day) ?? each) : each)))
  }, [value, show])

  const saveDay = useCallback(
    async (wanted: Day): Promise<boolean> => {
      const sent = shown.current.find((each) => each.day === wanted)
      if (!sent) return true
      waiting.current.delete(wanted)
      const { lines, ...content } = contentOf(sent)
      const outcome = await attempt(
        saveMenuDay,
        {
          canteenId,
          day: wanted,
          revision: sent.revision,
          ...content,
          lines: lines.map(({ dish: _, window: __, ...line }) => line),
        },
        saveDaySentences,
      )
      if ('trouble' in outcome) {
        const { refusal } = outcome.trouble
        setTrouble({ ...outcome.trouble, day: wanted })
        if (refusal === 'CHANGED_MEANWHILE' || refusal === 'PAST_DAY') {
          undone.current = { back: [], forth: [] }
          setCanUndo(false)
          reload()
          return true
        }
        waiting.current.add(wanted)
        return false
      }
      const saved = told(outcome.value)
      const isTypedOn = waiting.current.has(wanted)
      show(
        shown.current.map((each) =>
          each.day !== wanted ? each : isTypedOn ? { ...saved, ...contentOf(each) } : saved,
        ),
      )
      return true
    },
    [canteenId, reload, show],
  )

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    const run = async () => {
      let isSaved = true
      while (isSaved && waiting.current.size > 0) {
        setSaveState('saving')
        const [next = ''] = waiting.current
        isSaved = await saveDay(next)
      }
      setSaveState(isSaved ? 'saved' : 'stuck')
      return isSaved
    }
    running.current ??= run().finally(() => {
      running.current = undefined
    })
    return running.current
  }, [saveDay])

  const put = useCallback(
    (edits: Edits) => {
      setTrouble(undefined)
      setSaveState('saving')
      for (const changed of edits.keys()) waiting.current.add(changed)
      show(shown.current.map((each) => ({ ...each, ...edits.get(each.day) })))
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, pauseMs)
    },
    [flush, show],
  )

  /** What the days of some edits hold now. */
  const before = (edits: Edits): Edits =>
    new Map(
      shown.current.filter((each) => edits.has(each.day)).map((each): [Day, DayContent] => [each.day, contentOf(each)]),
    )

  function edit(edits: Edits) {
    const old = before(edits)
    undone.current = { back: [...undone.current.back.slice(-mostUndone), old], forth: [] }
    setCanUndo(true)
    put(edits)
  }

  function step(from: 'back' | 'forth', to: 'back' | 'forth') {
    const stacks = undone.current
    const last = stacks[from][stacks[from].length - 1]
    if (!last) return
    undone.current = { ...stacks, [from]: stacks[from].slice(0, -1), [to]: [...stacks[to], before(last)] }
    setCanUndo(undone.current.back.length > 0)
    put(last)
  }

  // Leaving for another week or page saves what still waits; closing the tab asks first.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => waiting.current.size > 0 && event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void flush()
    }
  }, [flush])

  return {
    asked,
    today: value?.today ?? day,
    days,
    saveState,
    trouble,
    current: () => shown.current,
    edit,
    undo: () => step('back', 'forth'),
    redo: () => step('forth', 'back'),
    canUndo,
    flush,
    reload,
  }
}
