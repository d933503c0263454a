import { useCallback, useEffect, useRef, useState } from 'react'
import { useUnloadWarning } from './use-unload-warning'

const mostUndone = 200

/** Something under work over the revision it was read at: every change can be taken back, all of it is saved at once. */
export function useDraft<Value extends { revision: number }, Content>(
  value: Value | undefined,
  contentOf: (value: Value) => Content,
) {
  const [content, setContent] = useState<Content>()
  const [savedAs, setSavedAs] = useState<Content>()
  const [can, setCan] = useState({ undo: false, redo: false })
  // keys come faster than the page is drawn: a step back must see the one before it
  const shown = useRef<Content>()
  const kept = useRef<Content>()
  const undone = useRef<{ back: Content[]; forth: Content[] }>({ back: [], forth: [] })
  // the revision that what is shown was read at: what others did since is refused, never overwritten
  const readAt = useRef(0)
  // what comes again by itself (somebody signed in anew) must not take away what was typed
  const isWanted = useRef(true)

  const show = useCallback((next: Content) => {
    shown.current = next
    setContent(next)
    setCan({ undo: undone.current.back.length > 0, redo: undone.current.forth.length > 0 })
  }, [])
  const keep = useCallback((next: Content, revision: number) => {
    readAt.current = revision
    kept.current = next
    setSavedAs(next)
  }, [])

  useEffect(() => {
    if (!value || (!isWanted.current && shown.current !== kept.current)) return
    // what was only saved comes back the same: the steps back stay
    if (!isWanted.current && readAt.current === value.revision) return
    isWanted.current = false
    undone.current = { back: [], forth: [] }
    const loaded = contentOf(value)
    keep(loaded, value.revision)
    show(loaded)
  }, [value, contentOf, show, keep])

  const isDirty = content !== savedAs
  useUnloadWarning(isDirty)

  function step(from: 'back' | 'forth', to: 'back' | 'forth') {
    const stacks = undone.current
    const next = stacks[from][stacks[from].length - 1]
    if (!next || !shown.current) return
    undone.current = { ...stacks, [from]: stacks[from].slice(0, -1), [to]: [...stacks[to], shown.current] }
    show(next)
  }

  return {
    content,
    isDirty,
    canUndo: can.undo,
    canRedo: can.redo,
    readAt,
    /** What stands there at this moment, for keys that come before the page is drawn. */
    current: () => shown.current,
    /** Whether it differs from what is kept, for the same keys. */
    isChanged: () => shown.current !== kept.current,
    /** Shows something else; `isSameStep` when it is taken back together with the change before it. */
    put(next: Content, isSameStep = false) {
      if (!shown.current) return
      const { back } = undone.current
      undone.current = { back: isSameStep ? back : [...back.slice(-mostUndone), shown.current], forth: [] }
      show(next)
    },
    undo: () => step('back', 'forth'),
    redo: () => step('forth', 'back'),
    /** The cloud has kept `sent` as a revision; all that is under work takes over what it `told` of it. */
    keep(sent: Content, revision: number, told?: (one: Content) => Content) {
      keep(told ? told(sent) : sent, revision)
      if (!told) return
      const { back, forth } = undone.current
      undone.current = { back: back.map(told), forth: forth.map(told) }
      // what was typed meanwhile stays
      show(shown.current === sent || !shown.current ? (kept.current ?? sent) : told(shown.current))
    },
    /** What is read next replaces what stands there, whatever was typed. */
    takeNext() {
      isWanted.current = true
    },
    isTakingNext: () => isWanted.current,
  }
}
