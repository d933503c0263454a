import type { Question } from './question'

/** Brings a question to the cloud and its body back, whatever the status. Throws Unreachable when no answer came. */
export declare function deliver(question: Question): Promise<unknown>
