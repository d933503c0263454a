import { type ItemKind, itemsOf, type SurveyDefinition, type SurveyItem } from '../../contract/survey-definition'

type Pages = SurveyDefinition['pages']

/** The next free code of its letter: q7 after q1 to q6. Codes are never used again while a higher one stands. */
export function nextCode(letter: 'q' | 'o' | 'r', codes: readonly string[]): string {
  const numbers = codes.map((code) => Number(code.slice(1))).filter(Number.isFinite)
  return `${letter}${Math.max(0, ...numbers) + 1}`
}

const codesOf = (definition: SurveyDefinition) => itemsOf(definition).map(({ code }) => code)

const yesNo = [
  { code: 'o1', text: '选项 1' },
  { code: 'o2', text: '选项 2' },
]

/** A fresh item of a kind, ready to be asked once its title is written. */
function newItem(kind: ItemKind, code: string): SurveyItem {
  const asked = { code, title: '', hint: '', isRequired: false }
  switch (kind) {
    case 'section':
      return { kind, code, title: '', hint: '' }
    case 'single':
      return { ...asked, kind, options: yesNo, isRandom: false }
    case 'multiple':
      return { ...asked, kind, options: yesNo, isRandom: false, least: 0 }
    case 'ranking':
      return { ...asked, kind, options: yesNo, isRandom: false }
    case 'matrix':
      return {
        ...asked,
        kind,
        rows: [{ code: 'r1', text: '第 1 行' }],
        options: ['满意', '一般', '不满意', '不了解'].map((text, at) => ({
          code: `o${at + 1}`,
          text,
          ...(text === '不了解' ? { isDontKnow: true as const } : {}),
        })),
      }
    case 'scale':
      return { ...asked, kind, from: 1, to: 5, lowLabel: '很差', highLabel: '很好', hasDontKnow: true }
    case 'csat':
      return { ...asked, kind, hasDontKnow: true }
    case 'number':
      return { ...asked, kind, unit: '' }
    case 'nps':
    case 'text':
    case 'longText':
    case 'date':
      return { ...asked, kind }
  }
}

/** Page by page with some pages left out when nothing stands on them; one always stays. */
const kept = (definition: SurveyDefinition, pages: Pages): SurveyDefinition => {
  const filled = pages.filter(({ items }) => items.length > 0)
  return { ...definition, pages: filled.length > 0 ? filled : [{ items: [] }] }
}

/** Adds an item behind another one, or at the end; gives its code too. */
export function addItem(definition: SurveyDefinition, kind: ItemKind, after?: string) {
  const code = nextCode('q', codesOf(definition))
  return { code, definition: insert(definition, newItem(kind, code), after) }
}

function insert(definition: SurveyDefinition, item: SurveyItem, after?: string): SurveyDefinition {
  const last = definition.pages.length - 1
  const isAfter = (each: SurveyItem) => each.code === after
  const hasPlace = after !== undefined && itemsOf(definition).some(isAfter)
  return {
    ...definition,
    pages: definition.pages.map(({ items }, page) => {
      if (!hasPlace) return { items: page === last ? [...items, item] : items }
      const at = items.findIndex(isAfter)
      return { items: at < 0 ? items : [...items.slice(0, at + 1), item, ...items.slice(at + 1)] }
    }),
  }
}

/** Puts an item's new content in its place. */
export function replaceItem(definition: SurveyDefinition, item: SurveyItem): SurveyDefinition {
  const pages = definition.pages.map(({ items }) => ({
    items: items.map((each) => (each.code === item.code ? item : each)),
  }))
  return { ...definition, pages }
}

/** The same item once more behind itself, under a code of its own. Jumps stay with the first. */
export function duplicateItem(definition: SurveyDefinition, item: SurveyItem) {
  const code = nextCode('q', codesOf(definition))
  return { code, definition: insert(definition, { ...item, code }, item.code) }
}

export function removeItem(definition: SurveyDefinition, code: string): SurveyDefinition {
  return kept(
    definition,
    definition.pages.map(({ items }) => ({ items: items.filter((each) => each.code !== code) })),
  )
}

/** Takes an item out and puts it before or after another one, on that one's page. */
export function moveBeside(
  definition: SurveyDefinition,
  code: string,
  other: string,
  side: 'before' | 'after',
): SurveyDefinition {
  const item = itemsOf(definition).find((each) => each.code === code)
  if (!item || code === other) return definition
  const without = definition.pages.map(({ items }) => ({ items: items.filter((each) => each.code !== code) }))
  const pages = without.map(({ items }) => {
    const at = items.findIndex((each) => each.code === other)
    const to = side === 'after' ? at + 1 : at
    return { items: at < 0 ? items : [...items.slice(0, to), item, ...items.slice(to)] }
  })
  return kept(definition, pages)
}

/** One step up or down; at the edge of a page it goes over to the next page, not past its first item. */
export function moveStep(definition: SurveyDefinition, code: string, step: -1 | 1): SurveyDefinition {
  const page = definition.pages.findIndex(({ items }) => items.some((each) => each.code === code))
  const items = definition.pages[page]?.items ?? []
  const at = items.findIndex((each) => each.code === code)
  const item = items[at]
  if (!item) return definition
  const to = at + step
  const rest = items.filter((each) => each !== item)
  const pages = [...definition.pages]
  if (to >= 0 && to < items.length) {
    pages[page] = { items: [...rest.slice(0, to), item, ...rest.slice(to)] }
    return { ...definition, pages }
  }
  const other = definition.pages[page + step]
  if (!other) return definition
  pages[page] = { items: rest }
  pages[page + step] = { items: step < 0 ? [...other.items, item] : [item, ...other.items] }
  return kept(definition, pages)
}

/** Begins a new page with an item. */
export function breakBefore(definition: SurveyDefinition, code: string): SurveyDefinition {
  const pages = definition.pages.flatMap(({ items }) => {
    const at = items.findIndex((each) => each.code === code)
    return at <= 0 ? [{ items }] : [{ items: items.slice(0, at) }, { items: items.slice(at) }]
  })
  return { ...definition, pages }
}

/** Joins a page to the one before it. */
export function joinPage(definition: SurveyDefinition, page: number): SurveyDefinition {
  const pages = definition.pages.flatMap(({ items }, at) => {
    if (at === page) return []
    return [{ items: at === page - 1 ? [...items, ...(definition.pages[page]?.items ?? [])] : items }]
  })
  return { ...definition, pages }
}

/** Appends what was read from pasted text, under free codes; conditions among the pasted ones go along. */
export function appendItems(definition: SurveyDefinition, pasted: SurveyDefinition): SurveyDefinition {
  const first = Number(nextCode('q', codesOf(definition)).slice(1))
  const renamed = new Map(itemsOf(pasted).map(({ code }, at) => [code, `q${first + at}`]))
  // codes stand nowhere but in quotation marks of their own
  const text = JSON.stringify(pasted.pages).replace(
    /"(code|item|jumpTo)":"(q\d+)"/g,
    (_, key: string, code: string) => `"${key}":"${renamed.get(code) ?? code}"`,
  )
  return kept(definition, [...definition.pages, ...(JSON.parse(text) as Pages)])
}
