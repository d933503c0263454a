import { resolvePath } from './paths'

/**
 * What a browser or Node has and a mini-program has not. They are undefined in the app's scope, so that code which
 * would die on a phone dies here too.
 */
const ABSENT_ON_PHONES = [
  ...['window', 'self', 'document', 'navigator', 'location', 'history', 'localStorage', 'sessionStorage', 'process'],
  ...[
    'Buffer',
    'fetch',
    'Headers',
    'Request',
    'Response',
    'FormData',
    'XMLHttpRequest',
    'AbortController',
    'AbortSignal',
  ],
  ...['Blob', 'File', 'FileReader', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'crypto', 'performance'],
  ...[
    'Event',
    'EventTarget',
    'CustomEvent',
    'MessageChannel',
    'MessagePort',
    'WebSocket',
    'Worker',
    'Image',
    'Element',
  ],
  ...['HTMLElement', 'Node', 'MutationObserver', 'setImmediate', 'clearImmediate', 'requestAnimationFrame'],
  ...['cancelAnimationFrame', 'queueMicrotask', 'structuredClone', 'atob', 'btoa', 'alert', 'confirm', 'prompt'],
]

interface ScriptModule {
  exports: unknown
}

/**
 * Runs the scripts of a package as CommonJS modules, each once, in a scope of their own: two apps in one process share
 * nothing. Paths are from the package's root and have no `.js`.
 */
export class ScriptLoader {
  private readonly loaded = new Map<string, ScriptModule>()

  constructor(
    private readonly sources: Record<string, string>,
    private readonly scope: Record<string, unknown>,
  ) {}

  load(path: string): unknown {
    const known = this.loaded.get(path)
    if (known) return known.exports
    const source = this.sources[path]
    if (source === undefined) throw new Error(`the package has no script ${path}.js`)
    const scriptModule: ScriptModule = { exports: {} }
    this.loaded.set(path, scriptModule)
    const require = (mentioned: string): unknown => this.load(resolvePath(path, mentioned.replace(/\.js$/, '')))
    const names = {
      ...Object.fromEntries(ABSENT_ON_PHONES.map((name) => [name, undefined])),
      ...this.scope,
      require,
      module: scriptModule,
      exports: scriptModule.exports,
    }
    // A function of its own around the source, because the file may declare a name that is a parameter here.
    const body = `(function () {${source}\n}).call(this)\n//# sourceURL=mini-program/${path}.js`
    const run = new Function(...Object.keys(names), body)
    run.apply(scriptModule.exports, Object.values(names))
    return scriptModule.exports
  }
}
