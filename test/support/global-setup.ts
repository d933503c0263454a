import { startDatabaseServer } from './database-server'

/** One PostgreSQL for all test files; each file copies the template. */
export default async function globalSetup(): Promise<void> {
  const running = await startDatabaseServer()
  const address = running.server.address('postgres')
  process.env.TEST_DATABASE = JSON.stringify(address)
  Object.assign(globalThis, { endTestDatabase: running.end })
}
