import Taro from '@tarojs/taro'

/** Where a tap says it was: WeChat `detail.x`, Alipay `detail.clientX`, browsers `clientX`. */
interface Tapped {
  detail?: { x?: number; clientX?: number } | number
  clientX?: number
}

function xOf(event: Tapped): number | undefined {
  const { detail } = event
  return (typeof detail === 'object' ? (detail.x ?? detail.clientX) : undefined) ?? event.clientX
}

/**
 * How far from the left a tap hit the node found by the selector, 0 to 1; undefined when the platform does not tell.
 * All nodes of that selector must lie in one column, for the first one is measured.
 */
export async function tapShare(event: unknown, selector: string): Promise<number | undefined> {
  const x = xOf((event ?? {}) as Tapped)
  const rect = await new Promise<{ left: number; width: number } | undefined>((resolve) => {
    Taro.createSelectorQuery()
      .select(selector)
      .boundingClientRect()
      .exec(([found]) => resolve(found ?? undefined))
  })
  if (x === undefined || !rect || !(rect.width > 0)) return undefined
  return Math.min(1, Math.max(0, (x - rect.left) / rect.width))
}
