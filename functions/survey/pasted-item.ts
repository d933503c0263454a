import { mostOptions, type SurveyItem, type SurveyOption } from '../../contract/survey-definition'
import { hasBoxes, hasMark, optionsOn, type PastedQuestion, readOption } from './pasted-words'

/** What is to be said of a line that was not, or not wholly, understood. */
export type Note = (line: number, message: string) => void

const cellsOf = (text: string) => text.split(/\t+|\s{2,}|[；;｜|]/).map((cell) => cell.trim())
const filled = (cells: readonly string[]) => cells.map((cell) => cell.replace(/[○●◯〇□☐]/g, '').trim()).filter(Boolean)
const coded = (texts: readonly string[], letter: string) =>
  texts.map((text, index) => ({ code: `${letter}${index + 1}`, text }))

/** Options with what their words say of them. Jumps hold the number as pasted until all questions are known. */
function optionsOf(question: PastedQuestion, isMultiple: boolean): SurveyOption[] {
  const options: SurveyOption[] = []
  for (const { text } of question.below)
    for (const written of optionsOn(text)) {
      // one too many is refused as well as ten thousand
      if (options.length > mostOptions) return options
      const read = readOption(written)
      options.push({
        code: `o${options.length + 1}`,
        text: read.text,
        ...(read.isOther ? { isOther: true as const } : {}),
        ...(isMultiple && read.isExclusive ? { isExclusive: true as const } : {}),
        ...(read.isDontKnow ? { isDontKnow: true as const } : {}),
        ...(read.jump ? { jumpTo: `q${Number(read.jump)}` } : {}),
      })
    }
  return options
}

/** A matrix: the line of several cells names the options, each line after it begins with the text of a row. */
function matrixOf(question: PastedQuestion) {
  const lines = question.below.map(({ text }) => text)
  const top = lines.findIndex((text) => filled(cellsOf(text.replace(/^选项[:：]/, ''))).length > 1)
  const words = filled(cellsOf((lines[top] ?? '').replace(/^选项[:：]/, '')))
  const options = coded(words, 'o').map((option) =>
    readOption(option.text).isDontKnow ? { ...option, isDontKnow: true as const } : option,
  )
  const rows: string[] = []
  lines.forEach((text, index) => {
    if (index === top) return
    const cells = filled(cellsOf(text.replace(/^行[:：]/, '')))
    rows.push(...(/^行[:：]/.test(text) ? cells : cells.slice(0, 1)))
  })
  return { options, rows: coded(rows, 'r') }
}

/** A scale from its line `很不满意 ○1 ○2 ○3 ○4 ○5 很满意`; 1 to 5 where none is written. */
function scaleOf(question: PastedQuestion) {
  const all = question.below.map(({ text }) => text).join(' ')
  const numbers = (all.match(/\d+/g) ?? []).map(Number)
  const words = all
    .replace(/[○●◯〇\d~～—–-]+/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '分')
  const to = numbers.length > 1 ? Math.max(...numbers) : 5
  return {
    from: numbers.length > 1 && Math.min(...numbers) === 0 ? 0 : 1,
    to: Math.min(Math.max(to, 2), 10),
    lowLabel: words.length > 1 ? (words[0] ?? '') : '',
    highLabel: words.length > 1 ? (words[words.length - 1] ?? '') : '',
    hasDontKnow: /不了解|不清楚/.test(all),
  }
}

function kindOf(question: PastedQuestion): SurveyItem['kind'] {
  if (question.kind) return question.kind
  if (question.below.length === 0) return /建议|意见|说说|为什么/.test(question.title) ? 'longText' : 'text'
  return hasBoxes(question.below[0]?.text ?? '') || /多选|可选多项|最多选/.test(question.written)
    ? 'multiple'
    : 'single'
}

const numberIn = (written: string, form: RegExp) => {
  const found = form.exec(written)?.[1]
  return found === undefined ? undefined : Number(found)
}

/** The item a pasted question is; what its lines do not give is said, and it becomes a question to be written to. */
export function itemOf(question: PastedQuestion, note: Note): SurveyItem {
  const { title, isRequired, line } = question
  const asked = { code: `q${Number(question.number)}`, title, hint: '', isRequired }
  const kind = kindOf(question)
  const asText = (message: string): SurveyItem => {
    note(line, message)
    return { ...asked, kind: 'text' }
  }
  const unread = () => {
    for (const { line: at, text } of question.below)
      note(at, hasMark(text) ? '这种题不需要选项，没有读入' : '这一行没有读懂，没有读入')
  }
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'ranking': {
      const options = optionsOf(question, kind === 'multiple')
      if (options.length < 2) return asText('没有读到两个以上的选项，先当作填空题，请补上选项')
      if (kind !== 'multiple') return { ...asked, kind, options, isRandom: false }
      const least = numberIn(question.written, /(?:至少|最少)选?\s*(\d+)/) ?? 0
      const most = numberIn(question.written, /(?:最多|至多)选?\s*(\d+)/)
      return { ...asked, kind, options, isRandom: false, least, ...(most ? { most } : {}) }
    }
    case 'matrix': {
      const { options, rows } = matrixOf(question)
      if (options.length < 2 || rows.length === 0)
        return asText('没有读懂矩阵题的行和选项，先当作填空题，请在编辑器里补上')
      return { ...asked, kind, options, rows }
    }
    case 'scale':
      return { ...asked, kind, ...scaleOf(question) }
    case 'csat':
      return { ...asked, kind, hasDontKnow: question.below.some(({ text }) => /不了解|不清楚/.test(text)) }
    case 'nps':
      return { ...asked, kind }
    case 'section':
      return { code: asked.code, title, kind, hint: question.below.map(({ text }) => text).join('\n') }
    case 'number':
      unread()
      return { ...asked, kind, unit: '' }
    default:
      unread()
      return { ...asked, kind }
  }
}
