import * as v from 'valibot'
import { cleanText } from '../../contract/fields'
import {
  definitionVersion,
  mostItems,
  type SurveyDefinition,
  type SurveyItem,
  surveyDefinition,
  surveyItem,
} from '../../contract/survey-definition'
import { itemOf, type Note } from './pasted-item'
import { isPageBreak, type PastedQuestion, readHead } from './pasted-words'

interface Pasted {
  before: { line: number; text: string }[]
  pages: PastedQuestion[][]
}

/** Lines sorted to the questions they stand below; tabs and runs of spaces stay, they part the cells of a matrix. */
function sorted(written: string): Pasted {
  const pasted: Pasted = { before: [], pages: [[]] }
  let last: PastedQuestion | undefined
  written.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = index + 1
    // long runs of blanks would take the patterns long to go through
    const text = raw.trim().replace(/\s{2,}/g, (run) => (run.includes('\t') ? '\t' : '  '))
    if (text === '') return
    const page = pasted.pages[pasted.pages.length - 1]
    if (isPageBreak(text)) {
      if (page?.length) pasted.pages.push([])
      return
    }
    const question = readHead(text, line)
    if (question) page?.push(question)
    else (last?.below ?? pasted.before).push({ line, text })
    last = question ?? last
  })
  return pasted
}

/** Each its own code: the number it was pasted with, or where that was there before, one beyond all. */
function withOwnCodes(pages: readonly PastedQuestion[][], note: Note): void {
  const numbers = new Set<number>()
  let highest = 0
  for (const page of pages) for (const { number } of page) highest = Math.max(highest, Number(number))
  for (const page of pages)
    for (const question of page) {
      if (numbers.has(Number(question.number))) {
        note(question.line, `题号 ${question.number} 出现了两次，这一题改用了别的编号；跳题以第一次出现的为准`)
        question.number = String(++highest)
      }
      numbers.add(Number(question.number))
    }
}

/** The item within the limits of a definition, or undefined with a word on what did not fit. */
function fitting(item: SurveyItem, line: number, note: Note): SurveyItem | undefined {
  const judged = v.safeParse(surveyItem, item)
  if (judged.success) return judged.output
  note(line, `这一题没有读入：${judged.issues[0].message}`)
  return undefined
}

/**
 * Questions out of pasted text (`1、… [单选题] *`, options below by ○ □ A. or bare), in the forms survey sites export and
 * people write. Undefined: there was not one. Texts are kept as they are written, as text.
 */
export function readPasted(written: string): {
  definition: SurveyDefinition | undefined
  notes: { line: number; message: string }[]
} {
  const notes: { line: number; message: string }[] = []
  const note: Note = (line, message) => notes.push({ line, message })
  const { before, pages } = sorted(written)
  withOwnCodes(pages, note)
  let count = 0
  const read = pages.map((questions) => {
    const items: SurveyItem[] = []
    for (const question of questions) {
      if (count >= mostItems) {
        note(question.line, `一份问卷最多 ${mostItems} 题，从这一题起没有读入`)
        break
      }
      const item = fitting(itemOf(question, note), question.line, note)
      if (item) items.push(item)
      if (item) count++
    }
    return { items }
  })
  if (count === 0) return { definition: undefined, notes }
  const [title, ...intro] = before
  const shortTitle = [...cleanText(title?.text ?? '')].slice(0, 60).join('')
  const definition = v.safeParse(surveyDefinition, {
    version: definitionVersion,
    title: shortTitle || '新问卷',
    intro: [...intro.map(({ text }) => text).join('\n')].slice(0, 1000).join(''),
    pages: read.filter(({ items }) => items.length > 0),
  })
  if (!definition.success) note(1, `没有读入：${definition.issues[0].message}`)
  const byLine = notes.sort((a, b) => a.line - b.line).slice(0, 200)
  return { definition: definition.success ? definition.output : undefined, notes: byLine }
}
