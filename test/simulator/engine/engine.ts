import jcomponentUntyped from 'j-component/src/index'
import diffUntyped from 'j-component/src/render/diff'
import renderUntyped from 'j-component/src/render/render'
import exparserUntyped from 'miniprogram-exparser'
import type { Attribute, EngineNode, Exparser, JComponent, WantedNode } from './exparser-types'

/** WeChat's own component engine: nodes, components and events. */
export const exparser: Exparser = exparserUntyped

/** Registers components with that engine and creates them. */
export const jcomponent: JComponent = jcomponentUntyped

/** How j-component updates a tree; the engine calls it through this object, so a function in it can be replaced. */
export const diff: { diffVt(before: WantedNode, after: WantedNode): void } = diffUntyped

/** How j-component makes and changes single nodes. */
export const render: {
  updateAttrs(node: EngineNode, attributes: Attribute[]): void
  updateEvent(node: EngineNode, events: WantedNode['event']): void
  renderExparserNode(wanted: WantedNode, host: null, shadowRoot: EngineNode | undefined): EngineNode
} = renderUntyped
