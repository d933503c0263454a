import { UnreadableXml } from './xml-text'

/** An element with its namespace resolved; `text` is what stands directly in it. */
export interface XmlElement {
  name: string
  namespace: string
  /** Those without a prefix. */
  attributes: ReadonlyMap<string, string>
  children: XmlElement[]
  text: string
  line: number
}

const mostElements = 250_000
const deepest = 40
const mostAttributes = 50
// most elements have none, and there may be very many
const none: ReadonlyMap<string, string> = new Map()
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** What no XML text may hold (XML 1.0, 2.2). */
const isNoCharacter = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u

const tagName = /[\p{L}_:][^\s<>"'/=&]*/uy
const attribute = /\s+([\p{L}_:][^\s<>"'/=&]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy
const tagEnd = /\s*(\/?)>/y

const whole = '可能没有下载或复制完整，请重新取一份再导入。'
const unsafe = '为了安全，带有 DOCTYPE 或自己定义实体的文件一律不读，请去掉后再导入。'

/** Counts lines as it goes: every place is asked for in order. */
function lineCounter(xml: string): (at: number) => number {
  let [line, next] = [1, xml.indexOf('\n')]
  return (at) => {
    for (; next >= 0 && next < at; next = xml.indexOf('\n', next + 1)) line++
    return line
  }
}

/** Text with its references resolved. A document's own entities are refused: they are how bombs are built. */
function resolved(text: string, line: number): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7});|#x([0-9a-fA-F]{1,6});|(\w{1,40});)?/g, (_, decimal, hex, name) => {
    if (decimal ?? hex) {
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      const letter = code <= 0x10ffff ? String.fromCodePoint(code) : '\0'
      if (isNoCharacter.test(letter)) throw new UnreadableXml(`第 ${line} 行有不存在的字符，请改正后再导入。`)
      return letter
    }
    const known = name === undefined ? undefined : named[name]
    if (known) return known
    if (name) throw new UnreadableXml(`第 ${line} 行用了文件自己定义的实体「&${name};」。${unsafe}`)
    throw new UnreadableXml(`第 ${line} 行有单独的「&」，应写成「&amp;」，请改正后再导入。`)
  })
}

interface Open {
  element: XmlElement
  /** The name with its prefix, as it must be closed. */
  tag: string
  prefixes: ReadonlyMap<string, string>
}

/** Reads one opening tag behind its `<`; where it ends, and whether it is closed at once. */
function readTag(xml: string, at: number, line: number, above: Open | undefined) {
  tagName.lastIndex = at
  const tag = tagName.exec(xml)?.[0]
  if (tag === undefined) throw new UnreadableXml(`第 ${line} 行的「<」后面不是标签，请改正后再导入。`)
  let end = at + tag.length
  let attributes: Map<string, string> | undefined
  let prefixes: ReadonlyMap<string, string> = above?.prefixes ?? none
  for (;;) {
    attribute.lastIndex = end
    const found = attribute.exec(xml)
    if (!found) break
    const [text, name = '', double, single] = found
    end += text.length
    const value = resolved((double ?? single ?? '').replace(/[\t\r\n]+/g, ' '), line)
    attributes ??= new Map()
    if (attributes.size >= mostAttributes) throw new UnreadableXml(`第 ${line} 行的标签 <${tag}> 属性太多，没有读。`)
    if (attributes.has(name)) throw new UnreadableXml(`第 ${line} 行的属性「${name}」写了两次，请改正后再导入。`)
    attributes.set(name, value)
    const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined
    if (prefix !== undefined) prefixes = new Map(prefixes).set(prefix, value)
  }
  tagEnd.lastIndex = end
  const closing = tagEnd.exec(xml)
  if (!closing) throw new UnreadableXml(`第 ${line} 行的标签 <${tag}> 没有写完，${whole}`)
  const [prefix, name] = tag.includes(':')
    ? [tag.slice(0, tag.indexOf(':')), tag.slice(tag.indexOf(':') + 1)]
    : ['', tag]
  const namespace = prefixes.get(prefix) ?? ''
  const element: XmlElement = { name, namespace, attributes: attributes ?? none, children: [], text: '', line }
  return { open: { element, tag, prefixes }, end: end + closing[0].length, isClosed: closing[1] === '/' }
}

/** Comments, CDATA and instructions by how they begin: how they end, and whether their text counts. */
const specials = [
  ['!--', '-->', false],
  ['![CDATA[', ']]>', true],
  ['?', '?>', false],
] as const

/**
 * The root element of an XML document, strictly: what is not well-formed, has a DOCTYPE or entities of its own, or is
 * built to do harm throws UnreadableXml. Takes time in proportion to the text; nothing outside of it is ever looked up.
 */
export function readXml(xml: string): XmlElement {
  if (isNoCharacter.test(xml))
    throw new UnreadableXml('文件里有不能显示的字符，不是一份完好的 XML，请重新取一份再导入。')
  const lineAt = lineCounter(xml)
  const open: Open[] = []
  let root: XmlElement | undefined
  let count = 0
  let at = xml.startsWith('\ufeff') ? 1 : 0
  while (at < xml.length) {
    const begin = xml.indexOf('<', at)
    const until = begin < 0 ? xml.length : begin
    const within = open.at(-1)
    if (until > at) {
      const text = xml.slice(at, until)
      if (within) within.element.text += resolved(text, lineAt(at))
      else if (text.trim() !== '') throw new UnreadableXml(`第 ${lineAt(at)} 行有标签以外的文字，不是一份完好的 XML。`)
    }
    if (begin < 0) break
    const line = lineAt(begin)
    at = begin + 1
    const special = specials.find(([start]) => xml.startsWith(start, at))
    if (special) {
      const [start, stop, isText] = special
      const end = xml.indexOf(stop, at + start.length)
      if (end < 0) throw new UnreadableXml(`文件在第 ${line} 行断了，${whole}`)
      if (isText && within) within.element.text += xml.slice(at + start.length, end)
      at = end + stop.length
    } else if (xml[at] === '!') {
      throw new UnreadableXml(`文件第 ${line} 行有 DOCTYPE 或实体声明。${unsafe}`)
    } else if (xml[at] === '/') {
      const end = xml.indexOf('>', at)
      const tag = end < 0 ? undefined : xml.slice(at + 1, end).trimEnd()
      if (tag === undefined) throw new UnreadableXml(`文件在第 ${line} 行断了，${whole}`)
      if (open.pop()?.tag !== tag)
        throw new UnreadableXml(`第 ${line} 行的 </${tag.slice(0, 40)}> 没有对应的开头，请改正后再导入。`)
      at = end + 1
    } else {
      if (root && !within) throw new UnreadableXml(`第 ${line} 行又开始了另一份文件，请分开导入。`)
      const tag = readTag(xml, at, line, within)
      at = tag.end
      root ??= tag.open.element
      within?.element.children.push(tag.open.element)
      if (++count > mostElements || open.length >= deepest)
        throw new UnreadableXml('文件的标签太多或嵌套太深，不像一份菜单，没有读。')
      if (!tag.isClosed) open.push(tag.open)
    }
  }
  const left = open.at(-1)
  if (left) throw new UnreadableXml(`文件没有写完：第 ${left.element.line} 行的 <${left.tag}> 没有结束，${whole}`)
  if (!root) throw new UnreadableXml('文件里没有内容，请重新选择。')
  return root
}
