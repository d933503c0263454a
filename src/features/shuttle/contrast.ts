function lightOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The contrast of two colours of six hex digits by WCAG 2, 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [lightOf(one), lightOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const isHex = (colour: string) => /^[0-9a-f]{6}$/i.test(colour)

/** The colour of letters on a line's colour: the timetable's own where it can be read (4.5:1), else black or white. */
export function lettersOn(ground: string, wished: string): string {
  if (isHex(wished) && contrastOf(ground, wished) >= 4.5) return wished
  return contrastOf(ground, 'ffffff') >= 4.5 ? 'ffffff' : '000000'
}

/** How a line's badge is drawn; nothing where the timetable gives no colour. */
export function badgeStyle(color: string, textColor: string): { color: string; background: string } | undefined {
  return isHex(color) ? { color: `#${lettersOn(color, textColor)}`, background: `#${color}` } : undefined
}
