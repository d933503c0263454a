/** A cell of a grid by its row and its column, both counted from 0. */
export interface Spot {
  row: number
  column: number
}

/** Cells of a grid that lie together, all four sides included. */
export interface Area {
  top: number
  bottom: number
  left: number
  right: number
}

/** Where each arrow key leads. */
export const arrowSteps: Record<string, readonly [row: number, column: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The area between two cells. */
export const areaBetween = (a: Spot, b: Spot): Area => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
})
