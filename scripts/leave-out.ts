import type { Plugin } from 'esbuild'

/**
 * Parts of WeChat's server SDK that this product never asks for: its database, storage (with XML and MIME tables), AI
 * and web client. They are two thirds of its weight; getWXContext and the open API do without them.
 */
const unused = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/database',
  '@cloudbase/wx-cloud-client-sdk',
  'mime-db',
  'web-streams-polyfill',
  'xml2js',
]

// Whatever is read from it, called or constructed is again nothing; only using it at run time would be noticed.
const nothing = `
const nothing = new Proxy(class {}, {
  get: (target, key) => (key === 'prototype' ? target.prototype : typeof key === 'symbol' ? undefined : nothing),
  set: () => true,
})
module.exports = nothing
`

/** An esbuild plugin that puts nothing in the place of those parts. */
export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    const names = new RegExp(`^(?:${unused.join('|')})$`)
    build.onResolve({ filter: names }, ({ path }) => ({ path, namespace: 'left-out' }))
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: nothing, loader: 'js' }))
  },
}
