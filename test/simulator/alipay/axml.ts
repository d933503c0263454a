/**
 * Rewrites an Alipay template so that WeChat's compiler takes it. The two languages differ in names only: `a:if` and
 * `wx:if`, `onTap` and `bindtap`, `import-sjs` and `wxs`.
 */
export function wxmlFromAxml(axml: string): string {
  return axml
    .replace(/<import-sjs\s+name="([^"]+)"\s+from="([^"]+)\.sjs"\s*\/>/g, '<wxs module="$1" src="$2.wxs" />')
    .replace(/\.axml"/g, '.wxml"')
    .replace(/(\s)a:(if|elif|else|for-item|for-index|for|key)\b/g, '$1wx:$2')
    .replace(
      /(\s)(on|catch)([A-Z][A-Za-z]*|[a-z]{3,})=/g,
      (_, space: string, kind: string, event: string) =>
        `${space}${kind === 'on' ? 'bind' : 'catch'}${event.toLowerCase()}=`,
    )
}

/** Rewrites an Alipay template script (`.sjs`, an ES module) as a WeChat one (`.wxs`, CommonJS). */
export function wxsFromSjs(sjs: string): string {
  return sjs.replace(/export default/, 'module.exports =')
}

/**
 * WeChat's compiler lets no template call itself, Alipay does and Taro relies on it: takes the guard out of the
 * compiler's output.
 */
export function allowRecursion(templates: string): string {
  return templates.replace(/if\(p_\[b\]\)\{_wl\(b,x\[\d+\]\);return\}/g, '')
}
