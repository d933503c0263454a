import { emit, inside, isOn, type Part, property, shown, textOf } from './part'

/** Parts that only hold and show: text, image, icon, progress, rich text. */
export const boxes: Record<string, Part> = {
  text: {
    properties: {
      selectable: property(Boolean, false),
      userSelect: property(Boolean, false),
      space: shown(String, '', 'space'),
    },
  },

  image: {
    properties: {
      src: property(String, '', (self, source) => {
        const image = self.$$.querySelector('img')
        if (source) image?.setAttribute('src', source)
        else image?.removeAttribute('src')
      }),
      mode: shown(String, 'scaleToFill', 'mode'),
      lazyLoad: property(Boolean, false),
    },
    created(self) {
      const image = inside(self.$$, 'img')
      image.addEventListener('load', () =>
        emit(self, 'load', { width: image.naturalWidth, height: image.naturalHeight }),
      )
      image.addEventListener('error', () => emit(self, 'error', { errMsg: `no image at ${image.src}` }))
    },
  },

  icon: {
    properties: {
      type: shown(String, '', 'type'),
      size: property(null, 23, (self, size) => {
        self.$$.style.fontSize = `${Number.parseFloat(String(size)) || 23}px`
      }),
      color: property(String, '', (self, color) => {
        self.$$.style.color = color
      }),
    },
  },

  progress: {
    properties: {
      percent: property(Number, 0, (self, percent) => {
        const bar = self.$$.querySelector<HTMLElement>('.wx-progress-bar')
        if (bar) bar.style.width = `${percent || 0}%`
      }),
      activeColor: property(String, '', (self, color) => {
        const bar = self.$$.querySelector<HTMLElement>('.wx-progress-bar')
        if (bar && color) bar.style.background = color
      }),
    },
    created(self) {
      inside(inside(self.$$, 'div', 'wx-progress-track'), 'div', 'wx-progress-bar')
    },
  },

  'rich-text': {
    properties: {
      nodes: property<unknown>(null, '', (self, nodes) => {
        const box = self.$$.querySelector('div')
        if (box) box.innerHTML = htmlOf(nodes)
      }),
    },
    created: (self) => void inside(self.$$, 'div'),
  },

  canvas: {
    properties: { canvasId: property(String, ''), type: property(String, '') },
    created: (self) => void inside(self.$$, 'canvas'),
  },

  video: {
    properties: { src: property(String, ''), poster: property(String, '') },
    created: (self) => {
      inside(self.$$, 'div', 'wx-video-box').textContent = '▶'
    },
  },

  'scroll-view': {
    properties: {
      scrollX: shown(Boolean, false, 'scroll-x'),
      scrollY: shown(Boolean, false, 'scroll-y'),
      enableFlex: shown(Boolean, false, 'enable-flex'),
      lowerThreshold: property(Number, 50),
      scrollTop: property<unknown>(null, null, (self, top) => {
        if (textOf(top) !== '') self.$$.scrollTop = Number(top)
      }),
      scrollLeft: property<unknown>(null, null, (self, left) => {
        if (textOf(left) !== '') self.$$.scrollLeft = Number(left)
      }),
      scrollIntoView: property(String, '', (self, id) => {
        const show = (): void => self.$$.querySelector(`[id="${id}"]`)?.scrollIntoView?.()
        if (id) setTimeout(show, 0)
      }),
    },
    created(self) {
      const element = self.$$
      let wasAtEnd = false
      element.addEventListener('scroll', () => {
        const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = element
        emit(self, 'scroll', { scrollLeft, scrollTop, scrollWidth, scrollHeight })
        const isVertical = isOn(self.data.scrollY)
        const left = isVertical ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft
        const isAtEnd = left < Number(self.data.lowerThreshold)
        if (isAtEnd && !wasAtEnd) emit(self, 'scrolltolower', { direction: isVertical ? 'bottom' : 'right' })
        wasAtEnd = isAtEnd
      })
    },
  },
}

interface RichNode {
  type?: string
  name?: string
  text?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

function htmlOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return textOf(nodes)
  return (nodes as RichNode[])
    .map(({ name, text, attrs = {}, children = [] }) => {
      if (name === undefined) return escaped(text ?? '')
      const attributes = Object.entries(attrs).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
      return `<${name}${attributes.join('')}>${htmlOf(children)}</${name}>`
    })
    .join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
