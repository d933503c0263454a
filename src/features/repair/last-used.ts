import { keep, recall } from '../../platform/storage'
import { currentSession } from '../../session'

const mostKept = 6
const place = (what: string) => `${what}.${currentSession()?.me.personId ?? ''}`

/** Categories this person has reported on this phone, the last one first. */
export const lastCategories = (): string[] => recall<string[]>(place('categories')) ?? []

/** Remembers what was reported, so that it stands first the next time. */
export function rememberCategory(categoryId: string): void {
  keep(
    place('categories'),
    [categoryId, ...lastCategories().filter((other) => other !== categoryId)].slice(0, mostKept),
  )
}

/** The number this person left the last time on this phone. */
export const lastPhone = (): string => recall<string>(place('phone')) ?? ''

/** Remembers the number; an empty one forgets it. */
export const rememberPhone = (phone: string): void => keep(place('phone'), phone || undefined)
