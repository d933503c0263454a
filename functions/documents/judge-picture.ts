const pngBegin = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const zipEnd = Buffer.from('PK\x05\x06', 'latin1')
const zipEntry = 0x02014b50
/** A PDF reader looks for the beginning of a PDF so far into a file. */
const pdfWithin = 1024

/** Whether a PNG goes on to its own end: decoders are content with less. */
function reachesItsEnd(png: Buffer): boolean {
  for (let at = pngBegin.length; at + 12 <= png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IEND') return true
  }
  return false
}

/** Whether the first bytes are those of JPEG, PNG or WebP, whatever the file is called; a PNG must be there to its end. */
export function isPicture(bytes: Buffer): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return true
  if (bytes.subarray(0, pngBegin.length).equals(pngBegin)) return reachesItsEnd(bytes)
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
}

/** An archive is read from its end: its table of contents reaches the file's end, or really stands where it says. */
function isZip(bytes: Buffer): boolean {
  for (let at = bytes.lastIndexOf(zipEnd); at >= 0; at = at > 0 ? bytes.lastIndexOf(zipEnd, at - 1) : -1) {
    if (at + 22 > bytes.length) continue
    if (at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return true
    const begin = at - bytes.readUInt32LE(at + 12)
    if (begin >= 0 && begin + 46 <= at && bytes.readUInt32LE(begin) === zipEntry) return true
  }
  return false
}

// The short ones must be followed by text: in five megabytes of a photo these few letters alone occur by chance.
const markup =
  /<(?:script|iframe|!doctype html|html(?:[\s>/]|$)|\?php(?:[\t-\r -~]{2}|[\t-\r -~]?$)|svg(?:[\s>/](?:[\t-\r -~]{4}|[\t-\r -~]{0,3}$)|$))/i

/**
 * Whether a picture is something else as well: a ZIP, a PDF, or markup and scripts that a browser or server might run.
 * What phones append to their own pictures (a short film, a second picture) is neither.
 */
export function hidesSomething(bytes: Buffer): boolean {
  if (bytes.subarray(0, pdfWithin).includes('%PDF-')) return true
  return isZip(bytes) || markup.test(bytes.toString('latin1'))
}
