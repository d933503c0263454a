import type { Instance } from '../engine/exparser-types'
import { emit, isOn, type Part, property, setControl, shown } from './part'

const SHORTEST_SWIPE = 40

/** `<swiper>`: moved by touch, by its `current`, or by a test. It never plays by itself: pictures must be repeatable. */
export const swiper: Record<string, Part> = {
  swiper: {
    properties: {
      current: property(Number, 0, (self, index) => go(self, index, '')),
      circular: property(Boolean, false),
      vertical: shown(Boolean, false, 'vertical'),
      autoplay: property(Boolean, false),
    },
    created(self) {
      setTimeout(() => go(self, Number(self.data.current), ''), 0)
      listenToSwipes(self)
      setControl(self, {
        name: () => '',
        value: () => currentOf(self),
        isDisabled: () => false,
        reset: () => undefined,
        operate: (index) => go(self, Number(index), 'touch'),
      })
    },
  },
  'swiper-item': { properties: { itemId: shown(String, '', 'item-id') } },
}

function itemsOf(self: Instance): HTMLElement[] {
  return [...self.$$.querySelectorAll<HTMLElement>('wx-swiper-item')]
}

function currentOf(self: Instance): number {
  return Number(self.$$.getAttribute('data-current') ?? 0)
}

function go(self: Instance, wanted: number, source: string): void {
  const items = itemsOf(self)
  if (items.length === 0) return
  const index = ((wanted % items.length) + items.length) % items.length
  const axis = isOn(self.data.vertical) ? 'Y' : 'X'
  items.forEach((item, position) => {
    item.style.transform = `translate${axis}(${(position - index) * 100}%)`
  })
  const isChange = index !== currentOf(self)
  self.$$.setAttribute('data-current', String(index))
  if (!isChange) return
  const currentItemId = items[index]?.getAttribute('item-id') ?? ''
  emit(self, 'change', { current: index, currentItemId, source })
  emit(self, 'animationfinish', { current: index, source })
}

function listenToSwipes(self: Instance): void {
  let start = 0
  const along = (touch: Touch | undefined): number => (isOn(self.data.vertical) ? touch?.clientY : touch?.clientX) ?? 0
  self.$$.addEventListener('touchstart', (event) => {
    start = along(event.touches[0])
  })
  self.$$.addEventListener('touchend', (event) => {
    const distance = along(event.changedTouches[0]) - start
    if (Math.abs(distance) < SHORTEST_SWIPE) return
    const next = currentOf(self) + (distance < 0 ? 1 : -1)
    const last = itemsOf(self).length - 1
    go(self, isOn(self.data.circular) ? next : Math.max(0, Math.min(last, next)), 'touch')
  })
}
