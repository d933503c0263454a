import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import type { RequestAnswer, RequestCall } from './platform/script'
import { readPackage } from './read-package'

interface ServeOptions {
  dist: string
  base?: string
  cloud?: (name: string, data: unknown) => unknown
  /** 0, the default, takes a free one. */
  port?: number
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>simulator</title>
<meta name="viewport" content="width=device-width,initial-scale=1,user-scalable=no">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/phone.css"><body><script src="/simulator.js"></script>`

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
}

/**
 * Serves a compiled mini-program for a browser on 127.0.0.1, with its requests passed on to `base`: the browser page
 * itself may only ask its own server.
 */
export async function serveMiniProgram(options: ServeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const folder = resolve(options.dist)
  const pack = JSON.stringify(readPackage(folder))
  const bundle = bundleSimulator()
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.writeHead(502).end(error.message))
  })
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://simulator').pathname)
    if (path === '/') send(response, 'text/html', PAGE)
    else if (path === '/simulator.js') send(response, 'text/javascript', bundle)
    else if (path === '/phone.css') send(response, 'text/css', stylesheet())
    else if (path === '/package') send(response, 'application/json', pack)
    else if (path === '/request') sendJson(response, await orFailure(passOn(options, await bodyOf(request))))
    else if (path === '/cloud') sendJson(response, await orFailure(callCloud(options, await bodyOf(request))))
    else sendFile(response, join(folder, normalize(path.replace(/^\/dist\//, '/'))), folder)
  }
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}

function stylesheet(): string {
  return ['phone.css', 'choices.css', 'parts.css']
    .map((name) => readFileSync(join(__dirname, 'browser', name), 'utf8'))
    .join('')
}

/** Bundles the engine and the frame for a browser. */
function bundleSimulator(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, 'browser/entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    define: { global: 'window' },
  })
  return outputFiles[0]?.text ?? ''
}

async function passOn({ base }: ServeOptions, { url, method, header, data }: RequestCall): Promise<RequestAnswer> {
  if (base === undefined) throw new Error(`no base is given to pass ${method} ${url} on to`)
  const { pathname, search } = new URL(url, base)
  const hasBody = method !== 'GET' && data !== undefined && data !== null
  const answer = await fetch(new URL(pathname + search, base), {
    method,
    headers: { 'content-type': 'application/json', ...header },
    body: hasBody ? (typeof data === 'string' ? data : JSON.stringify(data)) : undefined,
  })
  const text = await answer.text()
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false
  return { status: answer.status, header: Object.fromEntries(answer.headers), data: isJson ? JSON.parse(text) : text }
}

/** The cloud function `api` has the same answers as the server's `POST /api/<procedure>`. */
async function callCloud(options: ServeOptions, { name, data }: { name: string; data: unknown }): Promise<unknown> {
  if (options.cloud) return options.cloud(name, data)
  const { procedure, input, key, token } = data as Record<string, unknown>
  const header: Record<string, string> = {
    ...(key ? { 'idempotency-key': String(key) } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  }
  const path = `/api/${procedure}`
  const { data: body } = await passOn(options, { url: path, path, method: 'POST', header, data: input })
  return body
}

/** What the browser's fake platform gets: an answer, or why there is none. Never a status, which it would complain of. */
async function orFailure<T>(work: Promise<T>): Promise<{ answer: T } | { failure: string }> {
  try {
    return { answer: await work }
  } catch (error) {
    return { failure: (error as Error).message }
  }
}

async function bodyOf<T>(request: IncomingMessage): Promise<T> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString())
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body)
}

function sendJson(response: ServerResponse, value: unknown): void {
  send(response, 'application/json', JSON.stringify(value ?? null))
}

function sendFile(response: ServerResponse, path: string, folder: string): void {
  if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
  createReadStream(path).pipe(response)
}

/** `npx tsx test/simulator/serve.ts dist/weapp http://127.0.0.1:8080 [port]`: a phone to click through in any browser. */
if (require.main === module) {
  const [, , dist = 'dist/weapp', base = 'http://127.0.0.1:8080', port = '0'] = process.argv
  serveMiniProgram({ dist, base, port: Number(port) }).then(({ url }) => console.log(url))
}
