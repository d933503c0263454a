import type { FeedNotice } from '../../contract/shuttle-timetables'
import { type NoticeCode, sentenceOf, severityOf } from './notice-sentences'

/** So many notices of each severity are kept with their places; the others are counted. */
const mostKept = 500
const mostValue = 80

type Severity = FeedNotice['severity']

/** Where something was remarked; `more` goes into the sentence. */
export interface NoticePlace {
  file: string
  line?: number
  field?: string
  value?: string
  more?: string
}

const shortened = (text: string) => {
  // what cannot be read as text is not told again
  const told = [...text.replace(/\p{Cc}/gu, ' ')]
  return told.length > mostValue ? `${told.slice(0, mostValue - 1).join('')}…` : told.join('')
}

/** What was remarked on a feed while it was read. A feed with a million mistakes takes no more memory than one with few. */
export class FeedNotices {
  private readonly kept: Record<Severity, FeedNotice[]> = { error: [], warning: [], info: [] }
  private readonly counts = new Map<NoticeCode, number>()
  errors = 0

  add(code: NoticeCode, { file, line, field = '', value = '', more = '' }: NoticePlace): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1)
    const severity = severityOf(code)
    if (severity === 'error') this.errors++
    const kept = this.kept[severity]
    if (kept.length >= mostKept) return
    const said = { field: shortened(field), value: shortened(value), more: shortened(more) }
    kept.push({ code, severity, file, line, field: said.field, value: said.value, message: sentenceOf(code, said) })
  }

  /** The first ones, errors before warnings before infos, each in the order of the files. */
  first(most: number): FeedNotice[] {
    const { error, warning, info } = this.kept
    return [...error, ...warning, ...info].slice(0, most)
  }

  /** How many there are of each code, the gravest and most frequent first. */
  counted(): { code: string; severity: Severity; count: number }[] {
    const order: Severity[] = ['error', 'warning', 'info']
    return [...this.counts]
      .map(([code, count]) => ({ code, severity: severityOf(code), count }))
      .sort((x, y) => order.indexOf(x.severity) - order.indexOf(y.severity) || y.count - x.count)
  }
}
