import type { MiniPackage } from '../engine/mini-package'
import { resolvePath } from '../engine/paths'
import { PART_NAMES } from '../parts/register-parts'

/** The package's style sheets in the document: the app's always, a page's only while it is in front. */
export class Styles {
  private readonly elements = new Map<string, HTMLStyleElement>()

  constructor(
    private readonly pack: MiniPackage,
    private readonly rpx: (value: number) => string,
  ) {
    this.add('app')
  }

  /** Puts the styles of a page and of the components it uses into force, and takes those of other pages out. */
  use(page: string): void {
    const wanted = new Set(['app', ...this.sheetsOf(page, new Set())])
    for (const path of wanted) if (!this.elements.has(path)) this.add(path)
    for (const [path, element] of this.elements) element.disabled = !wanted.has(path)
  }

  private sheetsOf(path: string, seen: Set<string>): string[] {
    if (seen.has(path)) return []
    seen.add(path)
    const used = { ...this.pack.app.usingComponents, ...this.pack.configs[path]?.usingComponents }
    return [...Object.values(used).flatMap((target) => this.sheetsOf(resolvePath(path, target), seen)), path]
  }

  private add(path: string): void {
    const element = document.createElement('style')
    element.textContent = cssFromWxss(this.pack.styles[path] ?? '', this.rpx)
    document.head.appendChild(element)
    this.elements.set(path, element)
  }
}

/** Turns a mini-program's style sheet into CSS for this document: `view` is `wx-view` here, `page` the page's own box. */
function cssFromWxss(wxss: string, rpx: (value: number) => string): string {
  const tag = new RegExp(`(^|[\\s>+~,(])(${PART_NAMES.join('|')})(?=$|[\\s.#:>+~,)[])`, 'g')
  return wxss
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/[^{};]+(?=\{)/g, (selector) =>
      selector.trim().startsWith('@')
        ? selector
        : selector.replace(tag, '$1wx-$2').replace(/(^|[\s>+~,])page(?=$|[\s.#:>+~,[])/g, '$1.mini-page'),
    )
    .replace(/(-?\d*\.?\d+)rpx\b/gi, (_, value) => rpx(Number(value)))
}
