import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Hono } from 'hono'
import { packedHeaders, packWell, takesPacked } from './packing'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const headers = (file: string): Record<string, string> => ({
  'content-type': types[path.extname(file)] ?? 'application/octet-stream',
  // names with a content hash never change; the page that names them must be asked for each time
  'cache-control': /\.[0-9a-zA-Z]{8,}\.(js|css)$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
})

/** Packed once per version of a file; together they are a few megabytes. */
const packed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

function packedFile(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = `${file} ${statSync(file).mtimeMs}`
  const known = packed.get(key) ?? readFile(file).then((bytes) => packWell(bytes))
  packed.set(key, known)
  return known
}

/** Serves the files of a folder below a path; the path itself gives `index.html`. Nothing outside the folder. */
export function staticFiles(app: Hono, below: string, folder: string): void {
  if (below !== '/') app.get(below.slice(0, -1), (c) => c.redirect(below))
  app.get(`${below}*`, async (c, next) => {
    let wished: string
    try {
      wished = decodeURIComponent(new URL(c.req.url).pathname).slice(below.length)
    } catch {
      return next()
    }
    const file = path.resolve(folder, wished === '' ? 'index.html' : wished)
    if (!file.startsWith(path.resolve(folder) + path.sep) || !existsSync(file) || !statSync(file).isFile())
      return next()
    // pictures and fonts are packed already
    const isText = /\.(html|js|css|json|svg)$/.test(file)
    if (isText && takesPacked(c)) return c.body(await packedFile(file), 200, { ...headers(file), ...packedHeaders })
    return c.body(new Uint8Array(await readFile(file)), 200, headers(file))
  })
}
