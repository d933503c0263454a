import { exparser } from '../engine/engine'
import type { EngineNode } from '../engine/exparser-types'
import type { MiniPackage } from '../engine/mini-package'
import type { PageInstance } from '../engine/page-instance'
import { Runtime } from '../engine/runtime'
import { alipayDialect, wechatDialect } from '../platform/asynchronous'
import { createMy } from '../platform/my'
import { World } from '../platform/world'
import { createWx } from '../platform/wx'
import { addSelectorQuery } from '../selector-query'
import { Frame } from './frame'
import { overTheNetwork } from './network'
import { panels } from './panels'
import { Styles } from './styles'

const STORAGE = 'simulator-storage'

declare global {
  interface Window {
    /** The running app, for `page.evaluate` in browser tests. */
    simulator?: { world: World; page(): string; stack(): string[]; call(name: string, ...values: unknown[]): unknown }
  }
}

/** Starts a package in this document: frame, fake platform, real network. The hash is the page to open (`#/pages/x?a=1`). */
export async function startPhone(pack: MiniPackage): Promise<void> {
  const isDark = matchMedia('(prefers-color-scheme: dark)')
  const world = new World({
    script: { ...overTheNetwork(), ...panels() },
    storage: JSON.parse(localStorage.getItem(STORAGE) ?? '[]'),
  })
  world.isDark = isDark.matches
  isDark.addEventListener('change', () => world.setDark(isDark.matches))
  addEventListener('pagehide', () => localStorage.setItem(STORAGE, JSON.stringify([...world.storage])))

  const width = Math.min(innerWidth, 430)
  const device = { width, height: innerHeight, statusBar: 0, bottomInset: 0 }
  const platform = pack.platform === 'alipay' ? createMy(world, device) : createWx(world, device)
  const rpx = (value: number): string => `${(value * width) / 750}px`
  const styles = new Styles(pack, rpx)
  const frame = new Frame(pack, world)
  const runtime: Runtime = new Runtime({
    pack,
    world,
    platform,
    dialect: pack.platform === 'alipay' ? alipayDialect : wechatDialect,
    scope: { setTimeout, clearTimeout, setInterval, clearInterval },
    mount: (page) => {
      styles.use(page.path)
      return frame.mount(page)
    },
    unmount: (page) => frame.unmount(page),
    onRoute: (page) => {
      styles.use(page.path)
      frame.show(page, runtime.stack.open.length > 1)
      history.replaceState(null, '', `#/${page.path}`)
    },
    onSetData: () => undefined,
    rpx,
  })
  frame.onBack = () => runtime.stack.back()
  frame.onTab = (tab, index) => {
    runtime.stack.go(`/${tab.pagePath}`, 'switchTab')
    runtime.stack.top?.call('onTabItemTap', { index, pagePath: tab.pagePath, text: tab.text })
  }
  addSelectorQuery(
    platform,
    () => runtime.stack.top,
    (id) => runtime.registry.isOwnComponent(id),
  )
  tapWithMouse(world)
  window.simulator = {
    world,
    page: () => runtime.stack.top?.path ?? '',
    stack: () => runtime.stack.open.map((page: PageInstance) => page.path),
    call: (name, ...values) => runtime.stack.top?.call(name, ...values),
  }
  const [path = '', search = ''] = decodeURI(location.hash.slice(2)).split('?')
  const query = Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  )
  runtime.launch({ path, query, scene: 1001 })
}

/** The engine makes taps out of touches only; a mouse click that no touch preceded becomes a tap here. */
function tapWithMouse(world: World): void {
  const LATE_CLICK_MS = 800
  let touchedAt = 0
  addEventListener('touchstart', () => (touchedAt = Date.now()), true)
  addEventListener('click', (event) => {
    if (Date.now() - touchedAt < LATE_CLICK_MS) return
    let target = event.target as (Node & { __wxElement?: EngineNode }) | null
    while (target && !target.__wxElement) target = target.parentNode
    if (!target?.__wxElement) return
    const detail = { x: event.clientX, y: event.clientY }
    const touches = { touches: [], changedTouches: [] }
    const options = { bubbles: true, capturePhase: true, composed: true, extraFields: touches }
    world.isInGesture = true
    exparser.Event.dispatchEvent(target.__wxElement, exparser.Event.create('tap', detail, options))
    world.isInGesture = false
  })
}
