import { existsSync } from 'node:fs'
import path from 'node:path'
import { encode } from 'uqr'
import type { DoorLabel } from './documents'

// All in points: A4 is 595 by 842, two columns of four labels fill it to the edges of a cutting grid.
const page = { width: 595.28, height: 841.89 }
const margin = { x: 28, y: 34 }
const columns = 2
const rows = 4
const label = { width: (page.width - 2 * margin.x) / columns, height: (page.height - 2 * margin.y) / rows }
const qrSize = 118
const inset = 14

const fontFile = () => {
  // the build puts it beside the bundle: a deployed function has no packages
  const beside = path.join(__dirname, 'NotoSansSC_400Regular.ttf')
  if (existsSync(beside)) return beside
  const name = '400Regular/NotoSansSC_400Regular.ttf'
  return path.join(path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json')), name)
}

type Pdf = PDFKit.PDFDocument

/** The code as one filled path of dark squares, so that it prints sharp at any size; a module is a square of `size`. */
function drawCode(pdf: Pdf, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = qrSize / size
  for (const [i, line] of data.entries()) {
    for (const [j, isDark] of line.entries()) {
      if (isDark) pdf.rect(x + j * module, y + i * module, module, module)
    }
  }
  pdf.fill('#000')
}

/** Text on one line, made smaller until it fits the width, and cut with … when even the smallest does not. */
function drawLine(
  pdf: Pdf,
  text: string,
  x: number,
  y: number,
  width: number,
  sizes: { from: number; to: number },
): void {
  let size = sizes.from
  while (size > sizes.to && pdf.fontSize(size).widthOfString(text) > width) size--
  let shown = text
  while (pdf.fontSize(size).widthOfString(shown) > width && shown.length > 1)
    shown = `${[...shown].slice(0, -2).join('')}…`
  pdf.text(shown, x, y + (sizes.from - size) / 2, { lineBreak: false })
}

/** A room's name large on up to two lines; a name that still does not fit is made smaller. */
function drawName(pdf: Pdf, name: string, x: number, y: number, width: number): void {
  const letters = [...name]
  const fits = (text: string, size: number) => pdf.fontSize(size).widthOfString(text) <= width
  for (let size = 22; size >= 10; size--) {
    if (fits(name, size)) return void pdf.text(name, x, y, { lineBreak: false })
    let cut = letters.length - 1
    while (cut > 1 && !fits(letters.slice(0, cut).join(''), size)) cut--
    // an opening bracket goes with what it opens
    while (cut > 1 && /[（(「《【]/.test(letters[cut - 1] ?? '')) cut--
    const second = letters.slice(cut).join('')
    if (!fits(second, size)) continue
    pdf.text(letters.slice(0, cut).join(''), x, y, { lineBreak: false })
    pdf.text(second, x, y + size * 1.3, { lineBreak: false })
    return
  }
  drawLine(pdf, name, x, y, width, { from: 10, to: 7 })
}

/** The code that people type, every character in a cell of its own width, so that none is taken for two. */
function drawHumanCode(pdf: Pdf, code: string, x: number, y: number, pitch: number): void {
  pdf.fontSize(pitch * 1.4)
  for (const [i, letter] of [...code].entries()) {
    pdf.text(letter, x + i * pitch + (pitch - pdf.widthOfString(letter)) / 2, y, { lineBreak: false })
  }
}

function drawLabel(pdf: Pdf, { url, humanCode, name, place, detail, hint }: DoorLabel, x: number, y: number): void {
  pdf.rect(x, y, label.width, label.height).lineWidth(0.5).dash(3, { space: 3 }).stroke('#999').undash()
  drawCode(pdf, url, x + inset, y + inset)
  const right = x + inset + qrSize + inset
  const width = label.width - qrSize - 3 * inset
  pdf.fillColor('#000')
  drawName(pdf, name, right, y + inset - 4, width)
  pdf.fillColor('#333')
  drawLine(pdf, place, right, y + inset + 64, width, { from: 11, to: 7 })
  drawLine(pdf, detail, right, y + inset + 82, width, { from: 11, to: 7 })
  pdf.fillColor('#000')
  const pitch = 22
  drawHumanCode(pdf, humanCode, x + inset, y + inset + qrSize + 2, pitch)
  const beside = x + inset + pitch * [...humanCode].length + 8
  const rest = x + label.width - inset - beside
  pdf.fillColor('#333')
  drawLine(pdf, hint, beside, y + inset + qrSize + 14, rest, { from: 11, to: 6 })
  pdf.fillColor('#000')
}

/** A PDF of A4 sheets with eight labels each, to be cut apart; the font is embedded, so that every printer has it. */
export async function doorLabels(labels: readonly DoorLabel[]): Promise<Buffer> {
  const { default: PdfDocument } = await import('pdfkit')
  // with a font of our own from the start, none of the library's metrics files is looked for
  const pdf = new PdfDocument({ size: 'A4', margin: 0, font: fontFile(), info: { Title: '二维码标签' } })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  for (const [i, each] of labels.entries()) {
    const place = i % (columns * rows)
    if (i > 0 && place === 0) pdf.addPage()
    drawLabel(
      pdf,
      each,
      margin.x + (place % columns) * label.width,
      margin.y + Math.floor(place / columns) * label.height,
    )
  }
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}
