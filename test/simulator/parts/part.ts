import { exparser } from '../engine/engine'
import type { Instance, Property } from '../engine/exparser-types'

/** One of the platform's built-in components. It works on the DOM element behind it, so jsdom and a browser share it. */
export interface Part {
  properties?: Record<string, Property>
  created?(self: Instance): void
  detached?(self: Instance): void
}

/** What forms, groups, labels and tests need of a part that holds a value. Found by `controlOf`. */
export interface Control {
  /** The `name` under which a form submits it; empty when it has none. */
  name(): string
  value(): unknown
  reset(): void
  isDisabled(): boolean
  /** Does what a person does: types, picks, slides. Emits the events a phone emits. */
  operate?(value: unknown): void
  /** A tap on it, or on its label. */
  toggle?(): void
  /** Sets it without telling anyone, as a radio group does with its other buttons. */
  show?(value: boolean): void
}

const controls = new WeakMap<Element, Control>()

export function setControl(self: Instance, control: Control): void {
  controls.set(self.$$, control)
}

export function controlOf(element: Element | undefined): Control | undefined {
  return element && controls.get(element)
}

/** The controls of all parts with these tags inside `self`, in document order. */
export function controlsInside(self: Instance, tags: string[]): Control[] {
  const found = [...self.$$.querySelectorAll(tags.map((tag) => `wx-${tag}`).join(','))]
  return found.flatMap((element) => controls.get(element) ?? [])
}

/** The nearest part with this tag around `self`. */
export function controlAround(self: Instance, tag: string): Control | undefined {
  return controlOf(self.$$.parentElement?.closest(`wx-${tag}`) ?? undefined)
}

/** Templates hand over booleans as booleans, strings or nothing. */
export function isOn(value: unknown): boolean {
  return !(value === false || value === undefined || value === null || value === '' || value === 'false')
}

export function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value)
}

/** Tells the page of an event. Form events do not bubble. */
export function emit(self: Instance, name: string, detail: Record<string, unknown> = {}): void {
  exparser.triggerEvent(self._exparserNode, name, detail, { bubbles: false, composed: true, capturePhase: false })
}

export function onTap(self: Instance, listener: (target: Element | undefined) => unknown, isFirst = false): void {
  const react = (event: { target: { $$?: Element } }): unknown => listener(event.target.$$)
  exparser.addListenerToElement(self._exparserNode, 'tap', react, { capture: isFirst })
}

/** Makes a DOM element inside a part. */
export function inside<K extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: K,
  className = '',
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  parent.appendChild(element)
  return element
}

/** A property; `observer` runs whenever its value is set. */
export function property<T>(type: unknown, value: T, observer?: (self: Instance, value: T) => void): Property {
  return {
    type,
    value,
    observer:
      observer &&
      function (next: never) {
        observer(this, next)
      },
  }
}

/** A property that shows as an attribute of the DOM element, for styles and for reading. */
export function shown<T>(type: unknown, value: T, attribute: string): Property {
  return property(type, value, (self, next) => {
    if (next === false || next === undefined || next === null) self.$$.removeAttribute(attribute)
    else self.$$.setAttribute(attribute, next === true ? '' : String(next))
  })
}
