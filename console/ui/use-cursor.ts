import { useState } from 'react'

/** Where one is in a list that is turned page by page. */
export interface Cursor {
  /** Counted from 1. */
  page: number
  /** Where this page begins; undefined is the first. */
  at?: string
  forward: (next: string | undefined) => void
  back: () => void
}

/** Keeps the way through the pages; a changed question (any text that stands for the filters) begins at the first. */
export function useCursor(question: string): Cursor {
  const [trail, setTrail] = useState<{ question: string; cursors: readonly string[] }>({ question, cursors: [] })
  const cursors = trail.question === question ? trail.cursors : []
  return {
    page: cursors.length + 1,
    at: cursors[cursors.length - 1],
    forward: (next) => next && setTrail({ question, cursors: [...cursors, next] }),
    back: () => setTrail({ question, cursors: cursors.slice(0, -1) }),
  }
}
