import type { AnyProcedure, InputIssue, RefusalOf } from '../../contract/procedure'
import { CallFault } from '../call'

/** The Chinese sentence for every refusal of a procedure; one that is missing does not compile. */
export type Sentences<P extends AnyProcedure> = Record<RefusalOf<P>, string>

/** What went wrong, as a person reads it. */
export interface Trouble {
  sentence: string
  /** Where the server's log tells more. */
  id?: string
  issues: readonly InputIssue[]
  /** The fault, when it was one. */
  fault?: CallFault['fault']
  /** The refusal, when it was one, with what the server said would help. */
  refusal?: string
  detail?: Record<string, unknown>
}

const faultSentences = {
  BAD_INPUT: '有内容填写得不对，请按提示修改后再提交。',
  SIGNED_OUT: '登录曾经失效，刚才的操作没有完成。填写的内容还在，请再提交一次。',
  FORBIDDEN: '您的职责不包含这项操作，如有需要请联系管理员。',
  UNKNOWN_PROCEDURE: '页面与服务器的版本不一致，请刷新页面后再试。',
  TOO_LARGE: '内容太大，服务器没有接收，请减少内容或换小一些的文件。',
  TOO_MANY: '操作太频繁，请稍等片刻再试。',
  BROKEN: '服务器出错了，这次操作没有完成，请重试；仍不行请把编号告诉管理员。',
  UNREACHABLE: '连接不上服务器，请检查网络后重试；已填写的内容不会丢失。',
} satisfies Record<CallFault['fault'], string>

/** The trouble of something thrown; what is no CallFault is a mistake of this page and goes on being thrown. */
export function troubleOfFault(thrown: unknown): Trouble {
  if (!(thrown instanceof CallFault)) throw thrown
  return { sentence: faultSentences[thrown.fault], fault: thrown.fault, id: thrown.id, issues: thrown.issues }
}
