import { useReachBottom } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { AnyProcedure, InputOf, RefusalOf, ValueOf } from '../contract/procedure'
import { allOf } from './all-of'
import { call } from './call'
import { sentenceOf } from './fault'
import { type Asked, useAsked } from './use-asked'

type ItemOf<P extends AnyProcedure> = ValueOf<P> extends { items: (infer Item)[] } ? Item : never
interface PageOf<Item> {
  items: Item[]
  nextCursor?: string
}

export interface AskedPages<P extends AnyProcedure> {
  /** The first page, with all its states. */
  first: Asked<ValueOf<P>, RefusalOf<P>>
  items: ItemOf<P>[]
  hasMore: boolean
  /** Why the next page did not come, as a sentence. */
  problem?: string
  more: () => Promise<void>
}

/**
 * Asks a paged procedure; further pages come when the end of the page is reached or `more` is called. A newer first page
 * begins the list anew.
 */
export function useAskedPages<P extends AnyProcedure>(procedure: P, input: InputOf<P> | undefined): AskedPages<P> {
  type Page = PageOf<ItemOf<P>>
  const first = useAsked(procedure, input)
  const opening = first.value as Page | undefined
  const [later, setLater] = useState<{ after?: Page; pages: Page[] }>({ pages: [] })
  const [problem, setProblem] = useState<string>()
  const isRunning = useRef(false)
  const pages = opening ? [opening, ...(later.after === opening ? later.pages : [])] : []
  const cursor = pages[pages.length - 1]?.nextCursor

  const more = async () => {
    if (cursor === undefined || isRunning.current) return
    isRunning.current = true
    setProblem(undefined)
    try {
      const answer = await call(procedure, { ...(input as object), cursor } as InputOf<P>)
      if ('value' in answer) setLater({ after: opening, pages: [...pages.slice(1), answer.value as Page] })
    } catch (thrown) {
      setProblem(sentenceOf(thrown))
    } finally {
      isRunning.current = false
    }
  }
  useReachBottom(() => {
    more()
  })
  return { first, items: allOf(pages, (page) => page.items), hasMore: cursor !== undefined, problem, more }
}
