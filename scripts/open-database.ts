import path from 'node:path'
import { type Address, connect, type Database } from '../database/connect'
import { startEmbedded } from '../database/embedded'
import { readSettings, type Settings, WrongSetting } from '../functions/platform/settings'

/** The database of this machine for one command: the one `npm start` uses, whether that runs or not. */
export async function openDatabase(): Promise<Database & { settings: Settings }> {
  const settings = readSettings(process.env)
  if (settings.databaseUrl) return { ...connect({ connectionString: settings.databaseUrl }, 2), settings }
  const server = await startEmbedded(path.resolve(__dirname, '..', settings.dataDir))
  const address: Address = server.address('guanjia')
  const database = connect(address, 2)
  const close = async () => {
    await database.close()
    await server.stop()
  }
  try {
    await database.pool.query('SELECT FROM person LIMIT 1')
  } catch (cause) {
    await close()
    throw new WrongSetting(`${settings.dataDir} 里还没有数据，请先运行一次 npm start。`, { cause })
  }
  return { ...database, close, settings }
}

/** Runs one command on the database, prints what went wrong as a sentence, and leaves the exit code. */
export async function runOnDatabase(
  command: (database: Database & { settings: Settings }) => Promise<number>,
): Promise<void> {
  try {
    const database = await openDatabase()
    try {
      process.exitCode = await command(database)
    } finally {
      await database.close()
    }
  } catch (cause) {
    process.stderr.write(`${cause instanceof WrongSetting ? cause.message : String(cause)}\n`)
    process.exitCode = 1
  }
}
