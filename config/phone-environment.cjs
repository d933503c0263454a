const { TestEnvironment } = require('jest-environment-jsdom')

/** What Node has and jsdom takes away, and the cloud needs when it answers a simulated phone in the same process. */
const OF_NODE = [
  ...['fetch', 'Headers', 'Request', 'Response', 'TextEncoder', 'TextDecoder', 'ReadableStream', 'structuredClone'],
  ...['Uint8Array', 'ArrayBuffer', 'setImmediate', 'clearImmediate', 'BroadcastChannel', 'crypto', 'performance'],
]

/** A document for the pages of a mini-program, beside all of Node. The mini-program itself sees neither: see scripts.ts. */
module.exports = class PhoneEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    for (const name of OF_NODE) {
      Object.defineProperty(this.global, name, { configurable: true, writable: true, value: globalThis[name] })
    }
  }
}
