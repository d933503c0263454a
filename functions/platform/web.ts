import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Keepers } from '../api'
import type { Cloud } from '../cloud'
import { listing } from '../listing'
import { metricsText } from '../metrics'
import { faultReply, maxBytesOf, type Reply, serving } from '../serve'
import { packedHeaders, packQuickly, takesPacked } from './packing'
import { publicPages } from './public-pages'
import { readBody } from './read-body'
import { staticFiles } from './static-files'

/** Where the built clients lie; absent folders simply are not served. */
export interface WebFolders {
  h5: string
  console: string
}

const utf8 = new TextEncoder()
/** From so many bytes on an answer is packed: a phone on a mobile network waits for bytes longer than for anything else. */
const largeBytes = 8 * 1024

/** As bytes: a text is encoded once to measure it and once more to write it, milliseconds for a week of menus. */
function send(c: Context, { text, body, status }: Reply): Response {
  const bytes = utf8.encode(text ?? JSON.stringify(body))
  const headers = { 'content-type': 'application/json' }
  if (bytes.length < largeBytes || !takesPacked(c)) return c.body(bytes, status as ContentfulStatusCode, headers)
  return c.body(packQuickly(bytes), status as ContentfulStatusCode, { ...headers, ...packedHeaders })
}

/** The body as JSON with its length in characters, or what is wrong with it. Its text is let go: a feed has 14 MB of it. */
async function readInput(c: Context, most: number): Promise<{ json: unknown; bytes: number } | Reply> {
  const text = await readBody(c, most)
  if (text === undefined) return faultReply('TOO_LARGE')
  if (text === '') return { json: {}, bytes: 0 }
  try {
    return { json: JSON.parse(text), bytes: text.length }
  } catch {
    return faultReply('BAD_INPUT', { issues: [{ path: '', message: '内容不是有效的 JSON' }] })
  }
}

/** Everything answered over HTTP: procedures, their listing, health, metrics, public addresses and the built clients. */
export function webApp(cloud: Cloud, keepers: Keepers, folders: WebFolders): Hono {
  const serve = serving(cloud, keepers)
  const app = new Hono()

  app.get('/api', (c) => c.json(listing(keepers, cloud.isDemo)))

  app.post('/api/:name', async (c) => {
    const name = c.req.param('name')
    const read = await readInput(c, maxBytesOf(keepers, name))
    if ('status' in read) return send(c, read)
    const authorization = c.req.header('authorization')
    return send(
      c,
      await serve({
        name,
        input: read.json,
        token: authorization?.startsWith('Bearer ') ? authorization.slice(7) : undefined,
        key: c.req.header('idempotency-key'),
        bytes: read.bytes,
      }),
    )
  })
  app.all('/api/*', (c) => send(c, faultReply('UNKNOWN_PROCEDURE')))

  app.get('/health', async (c) => {
    try {
      const { rows } = await cloud.pool.query<{ number: string }>('SELECT max(number) AS number FROM migration')
      return c.json({ ok: true, database: 'ok', migration: rows[0]?.number ?? '' })
    } catch {
      return c.json({ ok: false, database: 'unreachable', migration: '' }, 503)
    }
  })
  app.get('/metrics', async (c) => c.text(await metricsText(cloud)))

  publicPages(app, cloud)
  staticFiles(app, '/console/', folders.console)
  staticFiles(app, '/', folders.h5)
  app.notFound((c) => c.text('没有这个页面。', 404))
  app.onError((cause, c) => {
    cloud.log({ level: 'error', message: `${c.req.method} ${c.req.path}`, cause })
    return send(c, faultReply('BROKEN'))
  })
  return app
}

/** The app as a listener for Node's `http.createServer`. */
export function webListener(app: Hono): ReturnType<typeof getRequestListener> {
  return getRequestListener(app.fetch)
}
