import type { AnyProcedure, InputOf, ValueOf } from '../../contract/procedure'
import { call } from '../call'
import { type Sentences, type Trouble, troubleOfFault } from './trouble'

/** Asks once and gives the value or what went wrong in a sentence; a mistake of the page itself is thrown. */
export async function attempt<P extends AnyProcedure>(
  procedure: P,
  input: InputOf<P>,
  sentences: Sentences<P>,
): Promise<{ value: ValueOf<P> } | { trouble: Trouble }> {
  try {
    const answer = await call(procedure, input)
    if ('value' in answer) return { value: answer.value }
    const { refusal, detail } = answer
    return { trouble: { sentence: sentences[refusal as keyof Sentences<P>], refusal, detail, issues: [] } }
  } catch (thrown) {
    return { trouble: troubleOfFault(thrown) }
  }
}
