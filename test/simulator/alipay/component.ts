import type { ComponentDefinition, Instance } from '../engine/exparser-types'

type LifeCycle = (this: Instance, ...values: unknown[]) => unknown

/**
 * Turns an Alipay component (`props`, `didMount`, `didUnmount`) into what WeChat's engine knows. `this.props` is the
 * engine's data there, since properties live in it.
 */
export function componentFromAlipay(definition: ComponentDefinition): ComponentDefinition {
  const properties = { ...definition.properties }
  for (const [name, value] of Object.entries((definition.props ?? {}) as Record<string, unknown>)) {
    if (typeof value !== 'function') properties[name] = { type: null, value }
  }
  const withProps = (lifeCycle: unknown): LifeCycle | undefined => {
    if (typeof lifeCycle !== 'function') return undefined
    return function (...values) {
      if (!('props' in this)) Object.defineProperty(this, 'props', { get: () => this.data })
      return lifeCycle.apply(this, values)
    }
  }
  return {
    properties,
    data: typeof definition.data === 'function' ? definition.data() : definition.data,
    methods: definition.methods,
    lifetimes: {
      created: withProps(definition.onInit),
      attached: withProps(definition.didMount),
      detached: withProps(definition.didUnmount),
    },
  }
}
