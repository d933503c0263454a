import { inflateSync } from 'node:zlib'

function streamsOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/Length (\d+)(?:(?!endobj)[\s\S])*?stream\r?\n/g)].flatMap((match) => {
    const at = match.index + match[0].length
    const body = pdf.subarray(at, at + Number(match[1]))
    return match[0].includes('/FlateDecode') ? [inflateSync(body).toString('latin1')] : []
  })
}

/** Glyphs of the one embedded font, each as the text it stands for (its ToUnicode map). */
function lettersOf(streams: readonly string[]): Map<number, string> {
  const letters = new Map<number, string>()
  for (const map of streams.filter((stream) => stream.includes('beginbfrange'))) {
    for (const [, first = '0', list = ''] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
      for (const [i, code] of list.trim().split(/\s+/).entries()) {
        const units = code.slice(1, -1).match(/.{4}/g) ?? []
        letters.set(
          Number.parseInt(first, 16) + i,
          String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
        )
      }
    }
  }
  return letters
}

/** What a PDF page shows: its texts in order (□ for a glyph that the font lacks), and its filled squares. */
export interface PdfPage {
  texts: string[]
  squares: { x: number; y: number; size: number }[]
}

/** Reads pages as pdfkit writes them with one embedded font: enough to see what is on paper, no general reader. */
export function readPdf(pdf: Buffer): PdfPage[] {
  const streams = streamsOf(pdf)
  const letters = lettersOf(streams)
  return streams
    .filter((stream) => stream.includes('] TJ\n'))
    .map((page) => ({
      texts: [...page.matchAll(/\[([^\]]*)\] TJ/g)].map(([, shown = '']) =>
        [...shown.matchAll(/<([0-9a-f]+)>/g)]
          .flatMap(([, glyphs = '']) => glyphs.match(/.{4}/g) ?? [])
          .map((glyph) => (glyph === '0000' ? '□' : (letters.get(Number.parseInt(glyph, 16)) ?? '?')))
          .join(''),
      ),
      squares: [...page.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\n/g)]
        .map(([, x, y, width, height]) => ({ x: Number(x), y: Number(y), size: Number(width), height: Number(height) }))
        .filter(({ size, height }) => size === height),
    }))
}
