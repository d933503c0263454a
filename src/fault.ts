import type { FaultCode, InputIssue } from '../contract/procedure'

/** `UNREACHABLE` is the client's own: no answer came, and whether the cloud did anything is not known. */
export type CallFaultCode = FaultCode | 'UNREACHABLE'

const sentences: Record<CallFaultCode, string> = {
  UNREACHABLE: '网络不通，请检查网络后重试',
  SIGNED_OUT: '请先登录',
  FORBIDDEN: '您没有办理这项业务的权限，如有需要请联系管理员',
  UNKNOWN_PROCEDURE: '当前版本过旧，请关闭后重新打开',
  TOO_LARGE: '提交的内容太大，请精简后再试',
  TOO_MANY: '操作过于频繁，请稍后再试',
  BAD_INPUT: '填写的内容有误，请检查后再提交',
  BROKEN: '系统出了点问题，请稍后重试',
}

/** A call that ended without an answer. `sentence` is for people; `id` is the one in the log. */
export class CallFault extends Error {
  readonly sentence: string

  constructor(
    readonly code: CallFaultCode,
    readonly id?: string,
    readonly issues: readonly InputIssue[] = [],
  ) {
    super(code)
    this.sentence = issues[0]?.message ?? sentences[code]
  }
}

/** What to tell a person of something thrown: the sentence, with the number of the fault when it has one. */
export function sentenceOf(thrown: unknown): string {
  if (!(thrown instanceof CallFault)) return sentences.BROKEN
  return thrown.id ? `出错了（${thrown.id}），请稍后重试` : thrown.sentence
}

/** Reads an answer's body as a fault; a body that is neither answer nor fault is a broken one. */
export function readFault(body: unknown): CallFault {
  const { fault, id, issues } = (typeof body === 'object' && body !== null ? body : {}) as {
    fault?: FaultCode
    id?: string
    issues?: InputIssue[]
  }
  return new CallFault(fault && fault in sentences ? fault : 'BROKEN', id, issues)
}
