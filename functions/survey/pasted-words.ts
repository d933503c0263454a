import type { ItemKind } from '../../contract/survey-definition'

/** A question as pasted: its head read, the lines below it not yet. `line` counts from 1. */
export interface PastedQuestion {
  line: number
  number: string
  title: string
  /** The whole head, words in brackets and all. */
  written: string
  kind: ItemKind | undefined
  isRequired: boolean
  below: { line: number; text: string }[]
}

/** What stands in brackets behind a question; the longer words first, since 矩阵单选题 holds 单选题. */
const kindWords: readonly [RegExp, ItemKind][] = [
  [/矩阵/, 'matrix'],
  [/NPS|推荐/i, 'nps'],
  [/CSAT|满意度/i, 'csat'],
  [/多选|复选|不定项/, 'multiple'],
  [/单选|判断|下拉/, 'single'],
  [/排序/, 'ranking'],
  [/量表|打分|评分|评价|滑动/, 'scale'],
  [/数字|数值/, 'number'],
  [/日期/, 'date'],
  [/简答|问答|多行|长文本|主观/, 'longText'],
  [/填空|单行|文本/, 'text'],
  [/说明|段落|标题/, 'section'],
]

const head = /^(?:第\s*)?(?:Q)?(\d{1,3})\s*(?:题\s*[.、．:：]?|[.、．)）:：])\s*(.+)$/i
const bracketed = /[[【（(]\s*([^[\]【】（）()]{1,20}?)\s*[\]】）)]/g
const required = /必答|必填/

/** The head of a question (`1、… [单选题] *`), or undefined: the line belongs to what stands before it. */
export function readHead(text: string, line: number): PastedQuestion | undefined {
  const parts = head.exec(text)
  if (!parts) return undefined
  let rest = parts[2] ?? ''
  const question: PastedQuestion = {
    line,
    number: parts[1] ?? '',
    title: '',
    written: rest,
    kind: undefined,
    isRequired: false,
    below: [],
  }
  rest = rest.replace(bracketed, (whole, words: string) => {
    if (required.test(words)) question.isRequired = true
    // of brackets only those that name a kind are read away: 您对食堂（北区）满意吗 keeps its own
    const kind = /题$|多选|单选|必|选填|分$|NPS|CSAT/i.test(words)
      ? kindWords.find(([word]) => word.test(words))?.[1]
      : undefined
    question.kind ??= kind
    return kind || required.test(words) || words === '选填' ? '' : whole
  })
  if (/[*＊]/.test(rest)) question.isRequired = true
  question.title = rest
    .replace(/\s*[*＊]\s*/g, '')
    .replace(/[_＿]{2,}/g, '')
    .trim()
  return question.title === '' ? undefined : question
}

const mark = /^\s*(?:[○●◯〇□■☐☑◻▢•·◦▪-]\s*|[[［]\s*[\]］]\s*|[(（]\s*[)）]\s*|[(（]?[A-Za-z][.、．)）:：]\s*|[①-⑳]\s*)/
const nextMark = /\s+(?=[○●◯〇□■☐☑◻▢]|[(（]?[A-Z][.、．)）]\s*\S)|\t+/

/** Options that stand on one line, without their marks. */
export function optionsOn(text: string): string[] {
  return text
    .split(nextMark)
    .map((part) => part.replace(mark, '').trim())
    .filter((part) => part !== '')
}

/** Whether boxes stand before the options: several may be chosen. */
export const hasBoxes = (text: string) => /^\s*[□■☐☑◻▢]/.test(text)
/** Whether a line is an option by its mark, whatever the question is. */
export const hasMark = (text: string) => mark.test(text)
/** A line that begins a new page. */
export const isPageBreak = (text: string) => /^[-=—\s]*[[【（(]?\s*分页(?:符|栏)?\s*[\]】）)]?[-=—\s]*$/.test(text)

const jump = /[（([【]?\s*(?:请)?(?:跳至|跳到|跳转至|跳转到|转至|转到)\s*第?\s*(\d{1,3})\s*题?\s*[）)\]】]?/
const fillIn = /[（([【]\s*(?:请)?(?:填空|注明|填写|补充)[^）)\]】]{0,30}[）)\]】]|[_＿]{2,}|…{2,}/g
const alone = /^(?:以上(?:都|均)?(?:没有|不是|无)|都没有|没有|无)$/
const unknown = /^(?:不了解|不清楚|不知道|没用过|没有用过|未使用过?|说不清)$/

/** An option's text, and what its words say of it; `jump` is the number of a question as pasted. */
export function readOption(written: string) {
  const target = jump.exec(written)?.[1]
  const plain = written
    .replace(jump, '')
    .replace(fillIn, '')
    .replace(/[[【(（]\s*互斥\s*[\]】)）]/, '')
    .trim()
  const text = plain.replace(/[*＊：:]+$/, '').trim()
  const isOther = /^其他|^其它/.test(text) || written.replace(jump, '').search(fillIn) >= 0
  const isDontKnow = unknown.test(text)
  return {
    text: text || '其他',
    jump: target,
    isOther,
    isDontKnow,
    isExclusive: isDontKnow || alone.test(text) || /互斥/.test(written),
  }
}
