/** One question to the cloud: the procedure's name and input, who asks, and the idempotency key of a write. */
export interface Question {
  procedure: string
  input: unknown
  token?: string
  key?: string
  /** It carries a file: its way takes longer. */
  isLarge?: boolean
}

/** Says that no answer came: no network, an interrupted request, or nothing in time. */
export class Unreachable extends Error {}

/** How long an answer may take, in milliseconds; a photo on a slow network takes its time. */
export const patienceFor = ({ isLarge = false }: Question): number => (isLarge ? 60_000 : 10_000)

/** The headers of a question over HTTP. */
export function headersOf(question: Question): Record<string, string> {
  return {
    'content-type': 'application/json',
    ...(question.token && { authorization: `Bearer ${question.token}` }),
    ...(question.key && { 'idempotency-key': question.key }),
  }
}
