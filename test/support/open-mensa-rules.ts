import { readXml, type XmlElement } from '../../functions/documents/read-xml'

const space = 'http://openmensa.org/open-mensa-v2'
const roles = ['pupil', 'student', 'employee', 'other']
const metadata = ['name', 'address', 'city', 'phone', 'email', 'location', 'availability', 'times', 'feed', 'day']

/** Children by the names that a sequence allows, in its order; `many` may come again. */
function inSequence(element: XmlElement, allowed: readonly string[], many: readonly string[], wrong: string[]): void {
  let place = 0
  const seen = new Set<string>()
  for (const child of element.children) {
    const at = allowed.indexOf(child.name)
    if (at < 0) wrong.push(`<${child.name}> in <${element.name}>`)
    else if (at < place) wrong.push(`<${child.name}> too late in <${element.name}>`)
    if (seen.has(child.name) && !many.includes(child.name)) wrong.push(`<${child.name}> twice`)
    seen.add(child.name)
    place = Math.max(place, at)
  }
}

function hasOnly(element: XmlElement, names: readonly string[], wrong: string[]): void {
  for (const name of element.attributes.keys()) {
    if (!name.startsWith('xml') && !name.startsWith('xsi:') && !names.includes(name))
      wrong.push(`${name} of <${element.name}>`)
  }
  for (const name of names) if (!element.attributes.has(name)) wrong.push(`no ${name} of <${element.name}>`)
}

const isText = (text: string) => [...text].length >= 1 && [...text].length <= 250

function checkMeal(meal: XmlElement, wrong: string[]): void {
  inSequence(meal, ['name', 'note', 'price'], ['note', 'price'], wrong)
  hasOnly(meal, [], wrong)
  if (!meal.children.some(({ name }) => name === 'name')) wrong.push('a meal without a name')
  const priced = new Set<string>()
  for (const child of meal.children) {
    if (child.name !== 'price') {
      if (!isText(child.text)) wrong.push(`<${child.name}> of ${[...child.text].length} characters`)
      continue
    }
    hasOnly(child, ['role'], wrong)
    const role = child.attributes.get('role') ?? ''
    if (!roles.includes(role) || priced.has(role)) wrong.push(`the price of ${role}`)
    if (!/^\d+\.\d\d$/.test(child.text)) wrong.push(`the price ${child.text}`)
    priced.add(role)
  }
}

function checkDay(day: XmlElement, wrong: string[]): void {
  hasOnly(day, ['date'], wrong)
  if (!/^\d{4}-\d\d-\d\d$/.test(day.attributes.get('date') ?? '')) wrong.push('a date')
  const [first] = day.children
  if (!first) wrong.push('a day without anything')
  if (first?.name === 'closed') {
    if (day.children.length > 1 || first.text !== '' || first.children.length > 0) wrong.push('closed and more')
    return
  }
  const names = new Set<string>()
  for (const category of day.children) {
    if (category.name !== 'category') wrong.push(`<${category.name}> in a day`)
    hasOnly(category, ['name'], wrong)
    const name = category.attributes.get('name') ?? ''
    if (!isText(name) || names.has(name)) wrong.push(`the category ${name}`)
    names.add(name)
    inSequence(category, ['meal'], ['meal'], wrong)
    if (category.children.length === 0) wrong.push('a category without meals')
    for (const meal of category.children) checkMeal(meal, wrong)
  }
}

/** What a feed has that the schema of OpenMensa v2 (open-mensa-v2.xsd) or its documentation forbids. */
export function openMensaFaults(xml: string): string[] {
  const wrong: string[] = []
  const root = readXml(xml)
  if (root.name !== 'openmensa') wrong.push(`<${root.name}>`)
  hasOnly(root, ['version'], wrong)
  if (!['2.0', '2.1'].includes(root.attributes.get('version') ?? '')) wrong.push('the version')
  const all = (element: XmlElement): XmlElement[] => [element, ...element.children.flatMap(all)]
  if (all(root).some(({ namespace }) => namespace !== space)) wrong.push('a namespace')
  inSequence(root, ['version', 'canteen'], [], wrong)
  const canteen = root.children.find(({ name }) => name === 'canteen')
  if (!canteen) return [...wrong, 'no canteen']
  inSequence(canteen, metadata, ['feed', 'day'], wrong)
  const days = canteen.children.filter(({ name }) => name === 'day')
  for (const day of days) checkDay(day, wrong)
  if (new Set(days.map((day) => day.attributes.get('date'))).size < days.length) wrong.push('a day twice')
  return wrong
}
