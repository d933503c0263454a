import { encode } from 'uqr'

interface Props {
  text: string
  /** Pixels on each side, quiet zone included. */
  size: number
  label: string
}

/** A QR code as one vector path: sharp at any size, black on white in any theme. */
export function QrPicture({ text, size, label }: Props) {
  const { data, size: cells } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg role='img' aria-label={label} width={size} height={size} viewBox={`0 0 ${cells} ${cells}`}>
      <rect width={cells} height={cells} fill='#fff' />
      <path d={path} fill='#000' shapeRendering='crispEdges' />
    </svg>
  )
}
