import { jcomponent } from './engine'
import type { ComponentDefinition, Instance } from './exparser-types'
import type { MiniPackage } from './mini-package'
import { resolvePath } from './paths'

type RenderFunction = (data: unknown) => RenderedNode
interface RenderedNode {
  attr?: Record<string, unknown>
  children?: (RenderedNode | string | number)[]
}

/** Members of a `Page({…})` that are not left on the page's `this`. */
const NOT_ON_INSTANCE = new Set(['data', 'options', 'behaviors', 'lifetimes', 'observers', 'properties', 'methods'])

let lastApp = 0

/**
 * Reads pages and components of one package and registers them with the engine, each when first needed, with what it
 * uses before it. Registered ids are unique to this app: the engine's own register is shared by the whole process.
 */
export class Registry {
  private readonly ids = new Map<string, string>()
  private readonly definitions = new Map<string, ComponentDefinition>()
  private readonly prefix: string
  private readonly template: (path: string) => RenderFunction | undefined
  private loading: string | null = null

  constructor(
    private readonly pack: MiniPackage,
    private readonly load: (path: string) => void,
    private readonly options: { rpx(value: number): string; onCreate(instance: Instance): void },
  ) {
    lastApp += 1
    this.prefix = `app${lastApp}_`
    this.template = new Function(pack.templates)()
  }

  /** The names `Page`, `Component` and `Behavior` in the scripts' scope. */
  scope(): Record<string, unknown> {
    return {
      Page: (definition: ComponentDefinition) => this.define(pageAsComponent(definition)),
      Component: (definition: ComponentDefinition) => this.define(definition),
      Behavior: (definition: Record<string, unknown>) => jcomponent.behavior(definition),
    }
  }

  /** The engine's id of the page or component at `path`, and the plain members its `Page({…})` had. */
  register(path: string, kind: 'page' | 'component'): { id: string; members: Record<string, unknown> } {
    const known = this.ids.get(path)
    const id = known ?? this.prefix + path.replace(/\W/g, '_')
    if (known === undefined) {
      this.ids.set(path, id)
      const usingComponents = this.registerUsed(path)
      const before = this.loading
      this.loading = path
      this.load(path)
      this.loading = before
      const tagName = kind === 'page' ? 'page-body' : `comp-${path.split('/').pop()}`
      const definition = this.watched(this.definitionOf(path))
      jcomponent.register({ ...definition, id, path, tagName, usingComponents, template: this.templateOf(path) })
    }
    // A component may use itself, and is asked for before it has been read.
    const members = kind === 'page' ? this.definitionOf(path).pageMembers : undefined
    return { id, members: (members ?? {}) as Record<string, unknown> }
  }

  /** Whether a rendered node is one of the package's own components, so that its inside belongs to the page. */
  isOwnComponent(componentId: string): boolean {
    return componentId.startsWith(this.prefix)
  }

  private registerUsed(path: string): Record<string, string> {
    const used = { ...this.pack.app.usingComponents, ...this.pack.configs[path]?.usingComponents }
    return Object.fromEntries(
      Object.entries(used)
        .filter(([, target]) => !target.startsWith('plugin:'))
        .map(([tag, target]) => [tag, this.register(resolvePath(path, target), 'component').id]),
    )
  }

  private define(definition: ComponentDefinition): void {
    if (this.loading === null) throw new Error('Page() or Component() was called outside a file of its own')
    this.definitions.set(this.loading, definition)
  }

  private definitionOf(path: string): ComponentDefinition {
    const definition = this.definitions.get(path)
    if (!definition) throw new Error(`${path}.js calls neither Page() nor Component()`)
    return definition
  }

  private watched(definition: ComponentDefinition): ComponentDefinition {
    const { onCreate } = this.options
    const created = (definition.lifetimes?.created ?? definition.created) as ((this: Instance) => void) | undefined
    const lifetimes = {
      ...definition.lifetimes,
      created(this: Instance) {
        onCreate(this)
        created?.call(this)
      },
    }
    return { ...definition, lifetimes, created: undefined }
  }

  private templateOf(path: string): RenderFunction {
    const render = this.template(`./${path}.wxml`) ?? this.template(`${path}.wxml`)
    if (!render) throw new Error(`the package has no template for ${path}`)
    return (data) => {
      const tree = render(data)
      this.resolveRpx(tree)
      return tree
    }
  }

  private resolveRpx(node: RenderedNode): void {
    const style = node.attr?.style
    if (node.attr && typeof style === 'string') {
      node.attr.style = style.replace(/(-?\d*\.?\d+)rpx\b/gi, (_, value) => this.options.rpx(Number(value)))
    }
    for (const child of node.children ?? []) if (typeof child === 'object') this.resolveRpx(child)
  }
}

/** The engine knows components only: a page's functions become methods, its other members are set on the instance. */
function pageAsComponent(page: ComponentDefinition): ComponentDefinition {
  const methods: Record<string, unknown> = {}
  const pageMembers: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(page)) {
    if (typeof member === 'function' && name !== 'data') methods[name] = member
    else if (!NOT_ON_INSTANCE.has(name)) pageMembers[name] = member
  }
  const data = typeof page.data === 'function' ? page.data() : page.data
  return { data: data ?? {}, methods, behaviors: page.behaviors ?? [], pageMembers }
}
