import type { MiniPackage, PageConfig, TabItem } from '../engine/mini-package'
import type { PageInstance } from '../engine/page-instance'
import { inside } from '../parts/part'
import type { World } from '../platform/world'

const TOAST_MS = 1500

/** What a phone draws around a page: title bar, page area, tab bar, toast. Colours named `@x` come from the theme file. */
export class Frame {
  onBack: () => void = () => undefined
  onTab: (tab: TabItem, index: number) => void = () => undefined

  private readonly phone = inside(document.body, 'div')
  private readonly bar = inside(this.phone, 'div')
  private readonly backButton = inside(this.bar, 'span', 'phone-back')
  private readonly title = inside(this.bar, 'span', 'phone-title')
  private readonly pages = inside(this.phone, 'div')
  private readonly tabs = inside(this.phone, 'div')
  private readonly mounts = new Map<PageInstance, HTMLElement>()
  private current: PageInstance | null = null

  constructor(
    private readonly pack: MiniPackage,
    private readonly world: World,
  ) {
    this.phone.id = 'phone'
    this.bar.id = 'bar'
    this.pages.id = 'pages'
    this.tabs.id = 'tabs'
    inside(this.bar, 'span', 'phone-capsule')
    this.backButton.textContent = '‹'
    this.backButton.addEventListener('click', () => this.onBack())
    this.listen()
  }

  mount(page: PageInstance): Element {
    const element = inside(this.pages, 'div', 'mini-page')
    element.setAttribute('data-page', page.path)
    this.mounts.set(page, element)
    let wasAtEnd = false
    element.addEventListener('scroll', () => {
      page.call('onPageScroll', { scrollTop: element.scrollTop })
      const left = element.scrollHeight - element.clientHeight - element.scrollTop
      const isAtEnd = left < (page.config.onReachBottomDistance ?? 50)
      if (isAtEnd && !wasAtEnd) page.call('onReachBottom')
      wasAtEnd = isAtEnd
    })
    return element
  }

  unmount(page: PageInstance): void {
    this.mounts.get(page)?.remove()
    this.mounts.delete(page)
  }

  /** Brings a page to the front and draws the bars for it. */
  show(page: PageInstance, canGoBack: boolean): void {
    this.current = page
    for (const [other, element] of this.mounts) element.hidden = other !== page
    this.backButton.hidden = !canGoBack
    this.paint(page.config)
    this.paintTabs(page.path)
  }

  private paint(config: PageConfig): void {
    this.title.textContent = config.navigationBarTitleText ?? ''
    this.bar.hidden = config.navigationStyle === 'custom'
    this.bar.style.background = this.colour(config.navigationBarBackgroundColor, '#ffffff')
    this.bar.style.color = this.colour(config.navigationBarTextStyle, 'black')
    this.pages.style.background = this.colour(config.backgroundColor, '#ffffff')
  }

  private paintTabs(path: string): void {
    const tabBar = this.pack.app.tabBar
    this.tabs.replaceChildren()
    this.tabs.hidden = !tabBar?.list.some((tab) => tab.pagePath === path)
    if (!tabBar || this.tabs.hidden) return
    this.tabs.style.background = this.colour(tabBar.backgroundColor, '#ffffff')
    tabBar.list.forEach((tab, index) => {
      const isCurrent = tab.pagePath === path
      const item = inside(this.tabs, 'a', 'phone-tab')
      item.style.color = this.colour(isCurrent ? tabBar.selectedColor : tabBar.color, 'inherit')
      const icon = isCurrent ? tab.selectedIconPath : tab.iconPath
      if (icon) inside(item, 'img').src = `/dist/${this.named(icon)}`
      inside(item, 'span').textContent = tab.text
      item.addEventListener('click', () => this.onTab(tab, index))
    })
  }

  private listen(): void {
    this.world.on('title', (title: string) => {
      this.title.textContent = title
    })
    this.world.on('titleColor', ({ frontColor, backgroundColor }: Record<string, string>) => {
      this.bar.style.color = frontColor ?? ''
      this.bar.style.background = backgroundColor ?? ''
    })
    this.world.on('pageScrollTo', ({ scrollTop, selector }: { scrollTop?: number; selector?: string }) => {
      const element = this.current && this.mounts.get(this.current)
      if (selector) element?.querySelector(selector)?.scrollIntoView()
      else element?.scrollTo({ top: scrollTop ?? 0 })
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    this.world.on('toast', (text: string | null) => {
      clearTimeout(timer)
      document.querySelector('.phone-toast')?.remove()
      if (text === null) return
      const toast = inside(this.phone, 'div', 'phone-toast')
      toast.textContent = text
      timer = setTimeout(() => toast.remove(), TOAST_MS)
    })
  }

  private colour(value: string | undefined, otherwise: string): string {
    return value ? this.named(value) : otherwise
  }

  /** Looks `@name` up in theme.json, light or dark. */
  private named(value: string): string {
    if (!value.startsWith('@')) return value
    const themes = this.pack.configs.theme as Record<'light' | 'dark', Record<string, string>> | undefined
    return themes?.[this.world.isDark ? 'dark' : 'light'][value.slice(1)] ?? value
  }
}
