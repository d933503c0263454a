import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Cron } from 'croner'
import { keepers } from '../api'
import type { Cloud } from '../cloud'
import { tick } from '../tick'
import { type WebFolders, webApp, webListener } from './web'

/** A server that answers over HTTP. */
export interface WebHost {
  port: number
  /** Takes no new calls, lets those under way finish for at most 4 s, then cuts them off. */
  close(): Promise<void>
}

const graceMs = 4000

/** Serves a cloud over HTTP, with the passing of time (`tick`) every 20 s. Port 0 takes any free one. */
export async function hostWeb(cloud: Cloud, at: { host: string; port: number }, folders: WebFolders): Promise<WebHost> {
  const server = createServer(webListener(webApp(cloud, keepers, folders)))
  // longer than load balancers keep theirs, so that they never send on a connection just closed
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(at.port, at.host, resolve)
  })
  const clock = new Cron(
    '*/20 * * * * *',
    { protect: true, catch: (cause) => cloud.log({ level: 'error', message: 'tick', cause }) },
    () => tick(cloud),
  )
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      clock.stop()
      const cutOff = setTimeout(() => server.closeAllConnections(), graceMs)
      // a connection that has just answered its last call would otherwise be kept alive for the next one
      const sweep = setInterval(() => server.closeIdleConnections(), 50)
      await new Promise((resolve) => server.close(resolve))
      clearTimeout(cutOff)
      clearInterval(sweep)
    },
  }
}
