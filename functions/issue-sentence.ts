import type * as v from 'valibot'
import type { InputIssue } from '../contract/procedure'

const kinds: Record<string, string> = {
  string: '文字',
  number: '数字',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
}

function isOurs(message: string): boolean {
  return /[\u4e00-\u9fff]/.test(message)
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  if (isOurs(issue.message)) return issue.message
  if (issue.received === 'undefined') return '缺少这一项'
  if (issue.type in kinds) return `应为${kinds[issue.type]}`
  if (issue.type === 'picklist' || issue.type === 'literal' || issue.type === 'variant') return '不是允许的取值'
  if (issue.type === 'max_length') return '太长了'
  if (issue.type === 'min_length' || issue.type === 'non_empty') return '太短了'
  return '填写的内容不符合要求'
}

/** Where an input is wrong and why, in Chinese, for the answer `BAD_INPUT`. At most 50. */
export function issuesOf(issues: readonly v.BaseIssue<unknown>[]): InputIssue[] {
  return issues.slice(0, 50).map((issue) => ({
    path: (issue.path ?? []).map((step) => String(step.key)).join('.'),
    message: sentenceOf(issue),
  }))
}
