import * as v from 'valibot'
import type { InputIssue } from '../../contract/procedure'
import { type SurveyDefinition, surveyDefinition } from '../../contract/survey-definition'

const mostBytes = 1024 * 1024

/** Judges what may be a definition by its form; what was left out of it is filled in. */
export function judgeForm(given: unknown): { definition: SurveyDefinition } | { issues: InputIssue[] } {
  const result = v.safeParse(surveyDefinition, given)
  if (result.success) return { definition: result.output }
  return { issues: result.issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: sentenceOf(issue) })) }
}

/** What is wrong at one place; where the contract has no words of its own, the validator's would be English. */
function sentenceOf(issue: v.InferIssue<typeof surveyDefinition>): string {
  const { type, message, path } = issue
  if (message.startsWith('Invalid key')) {
    const key = String(path?.[path.length - 1]?.key)
    return issue.expected === 'never' ? `不认识“${key}”` : `缺少“${key}”`
  }
  if (!message.startsWith('Invalid ')) return message
  return type === 'variant' ? '没有这种题型' : '写法不对'
}

/** A definition as it comes from the cloud, with nothing left out. Throws when it is none: the cloud has judged it. */
export const wholeDefinition = (given: v.InferInput<typeof surveyDefinition>): SurveyDefinition =>
  v.parse(surveyDefinition, given)

/** What a chosen JSON file holds, or in sentences why it is none that could be a survey. */
export async function readSurveyFile(file: File): Promise<{ definition: SurveyDefinition } | { wrong: string }> {
  if (file.size > mostBytes) return { wrong: '文件超过 1 MB，不像是问卷。请选择从本系统下载的 JSON 文件。' }
  let given: unknown
  try {
    given = JSON.parse(await file.text())
  } catch {
    return { wrong: '这不是完整的 JSON 文件，请检查后重新选择。' }
  }
  const judged = judgeForm(given)
  if ('definition' in judged) return judged
  const [first] = judged.issues
  const where = describeSurveyPath(first?.path ?? '')
  const more = judged.issues.length > 1 ? `，共 ${judged.issues.length} 处` : ''
  return {
    wrong: `文件里的问卷不对${where && `：${where}`}：${first?.message}（${first?.path || '整个文件'}）${more}。请改好再选。`,
  }
}

/** Hands a definition to the browser's downloads. */
export function downloadSurvey(definition: { title: string }): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(definition, null, 2)], { type: 'application/json' }))
  link.download = `${definition.title.replace(/[\\/:*?"<>|]/g, '') || '问卷'}.json`
  link.click()
  // The download has begun by then; revoking at once would cancel it in some browsers.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** Where in a definition a path such as `definition.pages.0.items.2.title` points, as a person counts. */
export function describeSurveyPath(path: string): string {
  const [, page, item] = /pages\.(\d+)(?:\.items\.(\d+))?/.exec(path) ?? []
  if (item !== undefined) return `第 ${Number(page) + 1} 页从上数第 ${Number(item) + 1} 题`
  if (page !== undefined) return `第 ${Number(page) + 1} 页`
  if (path.includes('title')) return '标题'
  if (path.includes('audience')) return '调查对象'
  return ''
}
