/** One piece of an XML text: an element that opens or closes (a closed-at-once one does both), or text between elements. */
export type XmlPiece = { kind: 'open' | 'close'; name: string; attributes: string } | { kind: 'text'; text: string }

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with its references resolved; entities that a document defines itself are not (they are how bombs are built). */
function plain(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

// Never beyond the next <, so that no text makes this slow: attributes cannot hold one.
const tag = /(\/?)(?:[\w.-]+:)?([\w.-]+)([^<>"']*(?:(?:"[^<"]*"|'[^<']*')[^<>"']*)*)>/y
const declaration = /[?!][^<>]*>/y

/**
 * The pieces of an XML text in order, names without their prefixes. Enough for what programs write; it checks nothing,
 * passes over what it does not understand, and takes time in proportion to the text whatever stands in it.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  for (let at = 0; at < xml.length; ) {
    const begin = xml.indexOf('<', at)
    const until = begin < 0 ? xml.length : begin
    if (until > at) yield { kind: 'text', text: plain(xml.slice(at, until)) }
    if (begin < 0) return
    at = begin + 1
    if (xml.startsWith('!--', at) || xml.startsWith('![CDATA[', at)) {
      const isComment = xml[at + 1] === '-'
      const end = xml.indexOf(isComment ? '-->' : ']]>', at)
      if (end < 0) return
      if (!isComment) yield { kind: 'text', text: xml.slice(at + 8, end) }
      at = end + 3
      continue
    }
    declaration.lastIndex = tag.lastIndex = at
    const found = tag.exec(xml) ?? declaration.exec(xml)
    if (!found) continue
    at += found[0].length
    const [, closing, name, attributes = ''] = found
    if (name === undefined) continue
    if (!closing) yield { kind: 'open', name, attributes }
    if (closing || attributes.endsWith('/')) yield { kind: 'close', name, attributes: '' }
  }
}

const patterns = new Map<string, RegExp>()

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  const match = pattern.exec(attributes)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : plain(value)
}
