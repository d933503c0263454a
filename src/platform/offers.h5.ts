import type * as promised from './offers'

export const isOffered: typeof promised.isOffered = async (procedure) => {
  try {
    const answer = await fetch('/api')
    const { procedures } = (await answer.json()) as { procedures: { name: string }[] }
    return procedures.some(({ name }) => name === procedure)
  } catch {
    return false
  }
}
