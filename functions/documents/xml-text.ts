/** Why an XML file cannot be read, as a Chinese sentence for whoever chose it. */
export class UnreadableXml extends Error {}

const starts = (bytes: Buffer, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)

/** UTF-16 by its mark, or by the zero bytes beside the first `<`. */
function wideEncoding(bytes: Buffer): string | undefined {
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0x3c, 0x00)) return 'utf-16le'
  return starts(bytes, 0xfe, 0xff) || starts(bytes, 0x00, 0x3c) ? 'utf-16be' : undefined
}

/** Whether a file's first character is a `<`: then it is XML (or HTML), whatever its name ends in. */
export function beginsLikeXml(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 2000)
  const text = new TextDecoder(wideEncoding(bytes) ?? 'utf-8').decode(head)
  return /^\s*</.test(text)
}

/** What windows-1252 has from 0x80 on; Node reads it as Latin-1, which has control characters there. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    const read = decoder.decode(bytes)
    const text =
      decoder.encoding === 'windows-1252'
        ? read.replace(/[\u0080-\u009f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign)
        : read
    // GB18030 makes private characters of bytes that stand for nothing
    return /\p{Co}/u.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

const isKnown = (encoding: string) => {
  try {
    return new TextDecoder(encoding) !== undefined
  } catch {
    return false
  }
}

/** So many characters beyond ASCII are not UTF-8 by chance. */
const byChance = 3
const isUtf8Indeed = (text: string | undefined) =>
  text !== undefined && [...text.slice(0, 200_000)].filter((letter) => letter > '\x7f').length >= byChance

/**
 * The text of an XML file: UTF-16 by its mark, else as its declaration says, else UTF-8 (XML 1.0, appendix F). Throws
 * UnreadableXml for an encoding nobody knows, and when the bytes are not of the encoding they claim.
 */
export function xmlText(bytes: Buffer): string {
  const wide = wideEncoding(bytes)
  const head = bytes.subarray(0, 400).toString('latin1')
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  if (wide) {
    const text = decoded(bytes, wide)
    if (text === undefined)
      throw new UnreadableXml('文件像是 UTF-16 编码，里面却有不完整的字，请另存为 UTF-8 后再导入。')
    return text
  }
  const said = declared ?? 'UTF-8'
  if (!isKnown(said)) throw new UnreadableXml(`不认识文件写明的编码「${said}」，请另存为 UTF-8 后再导入。`)
  if (/^utf-?16/i.test(said)) throw new UnreadableXml(`文件写着 ${said} 编码，内容却不是，请另存为 UTF-8 后再导入。`)
  const text = decoded(bytes, said)
  if (text === undefined) {
    const claim = declared ? `文件写着 ${declared} 编码` : '文件没有写明编码'
    throw new UnreadableXml(`${claim}，内容却不是${declared ? '' : ' UTF-8'}，请另存为 UTF-8 后再导入。`)
  }
  const isOther = !/^utf-?8$/i.test(said) && !starts(bytes, 0xef, 0xbb, 0xbf)
  if (isOther && isUtf8Indeed(decoded(bytes, 'utf-8')))
    throw new UnreadableXml(`文件写着 ${said} 编码，内容却是 UTF-8，请把第一行的编码改成 UTF-8 后再导入。`)
  return text
}
