import { startBuiltServer } from './built-server'

/** One built server with the demo for all browser tests. */
export default async function browserSetup(): Promise<void> {
  const server = await startBuiltServer()
  process.env.BUILT_SERVER = server.url
  process.env.BUILT_SERVER_DATABASE = JSON.stringify(server.address)
  Object.assign(globalThis, { endBuiltServer: server.end })
}
