import type { RouteBrief } from '../../contract/shuttle-words'

function lightOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrastOf(one: string, other: string): number {
  const [a, b] = [lightOf(one), lightOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const isHex = (colour: string) => /^[0-9a-f]{6}$/i.test(colour)

/** Letters on a line's colour: the timetable's own where they can be read (4.5:1), else white or black. */
function lettersOn(ground: string, wished: string): string {
  if (isHex(wished) && contrastOf(ground, wished) >= 4.5) return wished
  return contrastOf(ground, 'ffffff') >= 4.5 ? 'ffffff' : '000000'
}

/** A line by its name on its colour. */
export function LineBadge({ route }: { route: Pick<RouteBrief, 'shortName' | 'color' | 'textColor'> }) {
  const { color, textColor, shortName } = route
  const style = isHex(color) ? { background: `#${color}`, color: `#${lettersOn(color, textColor)}` } : undefined
  return (
    <span className='line-badge' style={style}>
      {shortName}
    </span>
  )
}
