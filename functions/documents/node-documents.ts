import type { Documents } from './documents'

/** The documents of a Node host. */
export function nodeDocuments(): Documents {
  throw new Error('not written yet')
}
