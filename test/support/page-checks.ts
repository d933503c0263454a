import { setTimeout as wait } from 'node:timers/promises'
import type { Locator } from 'playwright-core'

/** What is wrong and where, for people: `2.85 会议室`. */
export type Finding = string

/** What is still found after two seconds: parts that are only just being drawn have no place and no colours yet. */
export async function lasting(...checks: (() => Promise<Finding[]>)[]): Promise<Finding[]> {
  for (let look = 1; ; look += 1) {
    const found = (await Promise.all(checks.map((check) => check()))).flat()
    if (found.length === 0 || look === 10) return found
    await wait(200)
  }
}

/**
 * Contrast of every text a person sees, by WCAG 2: those below `least`. Texts on pictures and gradients and those of
 * controls that are off are left out (the guideline leaves the latter out too).
 */
export function poorContrasts(open: Locator, least = 4.5): Promise<Finding[]> {
  return open.evaluate((root, wanted) => {
    type Colour = [number, number, number, number]
    const parse = (text: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
      return [r, g, b, a]
    }
    const over = ([r, g, b, a]: Colour, [x, y, z]: Colour): Colour => [
      r * a + x * (1 - a),
      g * a + y * (1 - a),
      b * a + z * (1 - a),
      1,
    ]
    const light = ([r, g, b]: Colour): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((channel) => {
        const share = channel / 255
        return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * x + 0.7152 * y + 0.0722 * z
    }
    /** The colour behind an element; undefined when it is a picture or gradient. */
    const groundOf = (element: Element): Colour | undefined => {
      const layers: Colour[] = []
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { backgroundColor, backgroundImage } = getComputedStyle(at)
        if (backgroundImage !== 'none') return undefined
        const layer = parse(backgroundColor)
        layers.push(layer)
        if (layer[3] === 1) break
      }
      return layers.reverse().reduce((ground, layer) => over(layer, ground), [255, 255, 255, 1] satisfies Colour)
    }
    const found = new Set<string>()
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      const element = walker.currentNode.parentElement
      if (!text || !element?.getClientRects().length || element.closest('[aria-disabled="true"], [disabled]')) continue
      const { color, visibility } = getComputedStyle(element)
      const ground = groundOf(element)
      if (visibility === 'hidden' || !ground) continue
      const [a, b] = [light(over(parse(color), ground)), light(ground)]
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
      if (contrast < wanted) found.add(`${contrast.toFixed(2)} ${text.slice(0, 20)} (${color} on ${ground.join(' ')})`)
    }
    return [...found]
  }, least)
}

/** Texts that are smaller than `least` px: size and text. */
export function smallTexts(open: Locator, least: number): Promise<Finding[]> {
  return open.evaluate((root, wanted) => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? ''
      const element = walker.currentNode.parentElement
      if (!text || !element?.getClientRects().length) continue
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      if (size < wanted) found.add(`${size} ${text.slice(0, 20)}`)
    }
    return [...found]
  }, least)
}

/** What can be tapped and is lower than `least` px; a field counts with its frame. */
export function smallTargets(open: Locator, least: number): Promise<Finding[]> {
  return open.evaluate((root, wanted) => {
    const roles = ['button', 'tab', 'radio', 'checkbox', 'switch', 'link'].map((role) => `[role="${role}"]`).join()
    return [
      ...root.querySelectorAll<HTMLElement>(
        `${roles}, input:not([type="checkbox"]), textarea, [hover-class$="pressed"]`,
      ),
    ]
      .map((element) => ({ element, box: (element.closest('taro-input-core') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && box.height < wanted - 0.5)
      .map(
        ({ element, box }) =>
          `${box.height.toFixed(0)} ${element.getAttribute('aria-label') ?? element.innerText.slice(0, 20)}`,
      )
  }, least)
}

/** What reaches beyond the right or left edge of the screen, when the page can be scrolled sideways. */
export function sidewaysScroll(open: Locator): Promise<Finding[]> {
  return open.evaluate((root) => {
    const width = document.documentElement.clientWidth
    const isWide = [document.documentElement, document.body, root].some((each) => each.scrollWidth > width)
    if (!isWide) return []
    return [...root.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => `${element.className}: ${element.innerText.slice(0, 20)}`)
      .slice(0, 5)
      .concat('the page is wider than the screen')
  })
}

/** Texts that are wider than the box they stand in, and so run into what is beside them. */
export function spilledTexts(open: Locator): Promise<Finding[]> {
  return open.evaluate((root) =>
    [...root.querySelectorAll<HTMLElement>('*')]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).overflowX === 'visible')
      .map((element) => `${element.scrollWidth} in ${element.clientWidth}: ${element.innerText.slice(0, 20)}`),
  )
}
