// The engine's packages come without usable types (j-component's own would load every global of `wx`).

declare module 'miniprogram-exparser' {
  const exparser: import('./exparser-types').Exparser
  export default exparser
}

declare module 'j-component/src/index' {
  const jcomponent: import('./exparser-types').JComponent
  export default jcomponent
}

declare module 'j-component/src/render/diff' {
  type WantedNode = import('./exparser-types').WantedNode
  const diff: { diffVt: (before: WantedNode, after: WantedNode) => void }
  export default diff
}

declare module 'j-component/src/render/render' {
  type WantedNode = import('./exparser-types').WantedNode
  type EngineNode = import('./exparser-types').EngineNode
  const render: {
    updateAttrs(node: EngineNode, attributes: { name: string; value: unknown }[]): void
    updateEvent(node: EngineNode, events: WantedNode['event']): void
    renderExparserNode(wanted: WantedNode, host: null, shadowRoot: EngineNode | undefined): EngineNode
  }
  export default render
}

declare module 'miniprogram-compiler' {
  const compiler: { wxmlToJs(folder: string, options: { maxBuffer: number }): string }
  export default compiler
}
