// The engine's packages have no usable types (j-component's own would load every global of `wx`): see engine.ts.

declare module 'miniprogram-exparser'
declare module 'j-component/src/index'
declare module 'j-component/src/render/diff'
declare module 'j-component/src/render/render'

declare module 'miniprogram-compiler' {
  const compiler: { wxmlToJs(folder: string, options: { maxBuffer: number }): string }
  export default compiler
}
