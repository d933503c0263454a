import { componentFromAlipay } from '../alipay/component'
import { registerParts } from '../parts/register-parts'
import { setSurroundings } from '../parts/surroundings'
import { asynchronous, type Dialect } from '../platform/asynchronous'
import type { PlatformObject } from '../platform/platform-object'
import type { EnterOptions, World } from '../platform/world'
import { writeIdsToDom } from './dom-ids'
import { exparser } from './engine'
import type { EventChannel } from './event-channel'
import type { Instance } from './exparser-types'
import { installKeyedDiff } from './keyed-diff'
import { type MiniPackage, pagePaths } from './mini-package'
import { PageInstance } from './page-instance'
import { PageStack, type RouteAction } from './page-stack'
import { parseUrl, resolvePath } from './paths'
import { Registry } from './registry'
import { ScriptLoader } from './scripts'

interface RuntimeOptions {
  pack: MiniPackage
  world: World
  /** The fake `wx` or `my`. */
  platform: PlatformObject
  dialect: Dialect
  /** More names for the scripts' scope: the clock's timers, say. */
  scope: Record<string, unknown>
  mount(page: PageInstance): Element
  unmount(page: PageInstance): void
  onRoute(page: PageInstance, action: RouteAction): void
  onSetData(page: PageInstance | undefined, data: Record<string, unknown>): void
  /** CSS length of a number of `rpx`. */
  rpx(value: number): string
}

interface AppDefinition {
  onLaunch?(options: EnterOptions): void
  onShow?(options: EnterOptions): void
  onHide?(): void
  [member: string]: unknown
}

/** One running mini-program: its `App`, its pages, and the routes between them. */
export class Runtime {
  readonly stack: PageStack
  readonly registry: Registry
  private readonly loader: ScriptLoader
  private app: AppDefinition | null = null
  private unfinished = 0
  private readonly onEngineError = (error: unknown): void => this.options.world.fault(error)

  constructor(private readonly options: RuntimeOptions) {
    installKeyedDiff()
    writeIdsToDom()
    registerParts()
    exparser.addGlobalErrorListener(this.onEngineError)
    const { pack } = options
    this.registry = new Registry(pack, (path) => this.loader.load(path), {
      rpx: options.rpx,
      onCreate: (instance) => this.watchSetData(instance),
    })
    this.stack = new PageStack(pack.app, {
      create: (path, query, channel) => this.createPage(path, query, channel),
      onRoute: options.onRoute,
    })
    this.addRoutes()
    const scope: Record<string, unknown> = {
      ...this.registry.scope(),
      App: (app: AppDefinition) => {
        this.app = app
      },
      getApp: () => this.app,
      getCurrentPages: () => this.stack.open.map((page) => page.instance),
      console,
      __wxConfig: { pages: pagePaths(pack.app), accountInfo: { appId: 'wx0000000000000000' }, envVersion: 'develop' },
      ...options.scope,
    }
    if (pack.platform === 'alipay') {
      scope.my = options.platform
      // Alipay's script engine has this much of a browser, and Taro looks for it.
      scope.navigator = { swuserAgent: 'AlipayClient' }
      const define = scope.Component as (definition: Record<string, unknown>) => void
      scope.Component = (definition: Record<string, unknown>) => define(componentFromAlipay(definition))
    } else scope.wx = options.platform
    this.loader = new ScriptLoader(pack.scripts, scope)
  }

  /** Whether something of the engine's own (an `onReady`) is still to come. */
  get isBusy(): boolean {
    return this.unfinished > 0
  }

  /** Cold start. Without a path the app opens on its first page. */
  launch(enter: EnterOptions): void {
    const { app } = this.options.pack
    this.options.world.enter = { ...enter, path: enter.path || app.entryPagePath || app.pages[0] || '' }
    this.loader.load('app')
    if (!this.app) throw new Error('app.js does not call App()')
    this.app.onLaunch?.(this.options.world.enter)
    this.app.onShow?.(this.options.world.enter)
    this.stack.go(urlOf(this.options.world.enter), 'appLaunch')
  }

  /** The app goes to the background, or the phone is locked. */
  hide(): void {
    this.stack.top?.hide()
    this.app?.onHide?.()
    this.options.world.tell('appHide', {})
  }

  /** The app comes to the front again; entering by another page than the open one starts it anew there. */
  show(enter: EnterOptions): void {
    this.options.world.enter = { ...enter, path: enter.path || (this.stack.top?.path ?? '') }
    this.app?.onShow?.(this.options.world.enter)
    this.options.world.tell('appShow', this.options.world.enter)
    if (enter.path && enter.path !== this.stack.top?.path) this.stack.go(urlOf(enter), 'reLaunch')
    else this.stack.top?.show()
  }

  close(): void {
    this.stack.closeAll()
    exparser.removeGlobalErrorListener(this.onEngineError)
  }

  private createPage(path: string, query: Record<string, string>, channel: EventChannel): PageInstance {
    const { pack, world } = this.options
    const config = { ...pack.app.window, ...pack.configs[path] }
    const registered = this.registry.register(path, 'page')
    return new PageInstance(path, query, config, channel, registered, {
      mount: (page) => {
        const element = this.options.mount(page)
        setSurroundings(element, {
          world,
          call: (name, asked) => (this.options.platform[name] as (options: unknown) => unknown)?.(asked),
        })
        return element
      },
      unmount: this.options.unmount,
      gesture: (isActive) => {
        world.isInGesture = isActive
      },
      later: (work) => {
        this.unfinished += 1
        setTimeout(() => {
          this.unfinished -= 1
          work()
        }, 0)
      },
    })
  }

  private watchSetData(instance: Instance): void {
    const setData = instance.setData
    instance.setData = (data, callback) => {
      this.options.onSetData(this.stack.top, data)
      setData.call(instance, data, callback)
    }
  }

  /** Routes answer first and happen in a later turn, as on a phone. */
  private addRoutes(): void {
    const { world, dialect, platform } = this.options
    const route = (name: string, work: (options: Record<string, unknown>) => unknown): void => {
      platform[name] = asynchronous(world, dialect, name, {
        work: (options) => {
          try {
            return work(options)
          } catch (error) {
            const reason = (error as Error).message.replace(/^\w+:fail /, '')
            if (!options.fail) world.errors.push(error)
            throw new Error(reason)
          }
        },
      })
    }
    for (const action of ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'] as const) {
      route(action, ({ url, events }) => {
        const eventChannel = this.stack.go(String(url), action)
        const listeners = Object.entries((events ?? {}) as Record<string, () => void>)
        for (const [name, listener] of listeners) eventChannel.on(name, listener)
        return { eventChannel }
      })
    }
    route('navigateBack', ({ delta }) => this.stack.back(Number(delta ?? 1)))
  }
}

function urlOf({ path, query }: EnterOptions): string {
  const search = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  return `/${resolvePath('', parseUrl(path).path)}${search.length > 0 ? `?${search.join('&')}` : ''}`
}
