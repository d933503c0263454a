import type { World } from '../platform/world'

/** What a built-in part reaches of the app it is in. */
interface PartSurroundings {
  world: World
  /** Calls a function of the app's `wx` or `my`: a `<navigator>` opens pages. */
  call(name: string, options: Record<string, unknown>): void
}

const byMount = new WeakMap<Element, PartSurroundings>()

/** Says which app the page mounted in `element` belongs to. Parts are registered once for all apps of the process. */
export function setSurroundings(element: Element, surroundings: PartSurroundings): void {
  byMount.set(element, surroundings)
}

export function surroundingsOf(element: Element): PartSurroundings {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const found = byMount.get(around)
    if (found) return found
  }
  throw new Error('this part is on no page')
}
