import { jcomponent } from '../engine/engine'
import type { Instance } from '../engine/exparser-types'
import { actions } from './actions'
import { boxes } from './boxes'
import { choices } from './choices'
import { fields } from './fields'
import { isOn, type Part, property, shown } from './part'
import { pickers } from './pickers'
import { swiper } from './swiper'

/** Parts without a behaviour of their own here: they hold what is inside them. */
const PLAIN = [
  ...['view', 'cover-view', 'cover-image', 'picker-view-column', 'movable-area', 'movable-view', 'page-container'],
  ...['root-portal', 'page-meta', 'navigation-bar', 'share-element', 'match-media', 'sticky-header', 'sticky-section'],
  ...['grid-view', 'list-view', 'map', 'web-view', 'camera', 'editor', 'open-data', 'official-account', 'ad', 'audio'],
  ...['live-player', 'live-pusher', 'native-slot', 'static-view', 'pure-view', 'catch-view', 'click-view', 'span'],
]

const PARTS: Record<string, Part> = {
  ...Object.fromEntries(PLAIN.map((name) => [name, {}])),
  ...boxes,
  ...fields,
  ...choices,
  ...actions,
  ...pickers,
  ...swiper,
}

/** Every built-in tag the simulator knows. */
export const PART_NAMES = Object.keys(PARTS)

let isDone = false

/** Registers the built-in parts with the engine, once for the whole process. */
export function registerParts(): void {
  if (isDone) return
  isDone = true
  for (const [name, part] of Object.entries(PARTS)) {
    jcomponent.register({
      id: name,
      tagName: `wx-${name}`,
      template: '<slot/>',
      properties: { ...inEveryPart(), ...part.properties },
      lifetimes: {
        created(this: Instance) {
          showPress(this)
          part.created?.(this)
        },
        detached(this: Instance) {
          part.detached?.(this)
        },
      },
      options: { classPrefix: '' },
    })
  }
}

function inEveryPart(): Record<string, unknown> {
  return {
    hidden: property(Boolean, false, (self, isHidden) => self.$$.toggleAttribute('hidden', isOn(isHidden))),
    ariaLabel: shown(String, '', 'aria-label'),
    ariaRole: shown(String, '', 'role'),
    hoverClass: property(String, 'none'),
    hoverStartTime: property(Number, 50),
    hoverStayTime: property(Number, 400),
  }
}

/** Shows `hover-class` while a finger is down. */
function showPress(self: Instance): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const classes = (): string[] => {
    const names = String(self.data.hoverClass ?? '').split(/\s+/)
    return names.filter((name) => name !== '' && name !== 'none')
  }
  const release = (): void => {
    clearTimeout(timer)
    setTimeout(() => self.$$.classList.remove(...classes()), Number(self.data.hoverStayTime))
  }
  self.$$.addEventListener('touchstart', () => {
    if (isOn(self.data.disabled)) return
    timer = setTimeout(() => self.$$.classList.add(...classes()), Number(self.data.hoverStartTime))
  })
  self.$$.addEventListener('touchend', release)
  self.$$.addEventListener('touchcancel', release)
}
