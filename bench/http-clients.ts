import { connect, type Socket } from 'node:net'
import { gunzipSync } from 'node:zlib'

/** One request to be sent; the answer's body comes back as text, unpacked. */
export interface Request {
  path: string
  token: string
  key?: string
  body: string
}

/**
 * A keep-alive HTTP connection that sends one request after the other. Hand-written on a socket so that the load
 * generator takes as little as possible of the machine it shares with what it measures.
 */
export class HttpConnection {
  private readonly socket: Socket
  private received: Buffer[] = []
  private settle?: (body: string) => void

  constructor(private readonly port: number) {
    this.socket = connect(port, '127.0.0.1')
    this.socket.setNoDelay(true)
    this.socket.on('data', (bytes: Buffer) => this.take(bytes))
  }

  /** Counts bytes and reads them as text once, when the answer is whole. */
  private take(bytes: Buffer): void {
    this.received.push(bytes)
    const all = this.received.length === 1 ? bytes : Buffer.concat(this.received)
    this.received = [all]
    const headEnd = all.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = all.toString('latin1', 0, headEnd)
    const length = /content-length: (\d+)/i.exec(head)
    const body = all.subarray(headEnd + 4)
    const isWhole = length ? body.length >= Number(length[1]) : body.toString('latin1').endsWith('0\r\n\r\n')
    if (!isWhole) return
    this.received = []
    const text = /content-encoding: gzip/i.test(head) ? gunzipSync(body) : body
    this.settle?.(text.toString('utf8'))
  }

  /** Sends a request and waits for its answer. */
  send({ path, token, key, body }: Request): Promise<string> {
    return new Promise((resolve) => {
      this.settle = resolve
      this.socket.write(
        `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${this.port}\r\nContent-Type: application/json\r\nAccept-Encoding: gzip\r\n` +
          `Authorization: Bearer ${token}\r\n${key ? `Idempotency-Key: ${key}\r\n` : ''}` +
          `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      )
    })
  }

  close(): void {
    this.socket.destroy()
  }
}

/** What a run of many clients gave: answers a second, and how long single ones took (ms). */
export interface Run {
  perSecond: number
  median: number
  p95: number
  answers: number
}

/** The value below which the share `p` (0 to 1) of the sorted numbers lies. */
export function percentile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * p) - 1)] ?? Number.NaN
}

/** Runs `clients` loops for so many seconds; each sends what `next(client)` gives and checks the answer. */
export async function runClients(
  port: number,
  clients: number,
  seconds: number,
  next: (client: number) => Request,
  check: (answer: string) => void,
): Promise<Run> {
  const times: number[] = []
  const startedAt = performance.now()
  const until = startedAt + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const connection = new HttpConnection(port)
      while (performance.now() < until) {
        const sentAt = performance.now()
        check(await connection.send(next(client)))
        times.push(performance.now() - sentAt)
      }
      connection.close()
    }),
  )
  const elapsed = (performance.now() - startedAt) / 1000
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / elapsed,
    median: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    answers: times.length,
  }
}
