import { spawn } from 'node:child_process'

const runner = `
const { main } = require(process.argv[1])
main(JSON.parse(process.argv[2])).then(
  (answer) => process.stdout.write(JSON.stringify(answer), () => process.exit(0)),
  (cause) => process.stderr.write(String(cause && cause.stack), () => process.exit(1)),
)`

/** Runs a built event function once in a process of its own, with the environment a platform would give it. */
export function callFunction(
  bundle: string,
  event: object,
  env: Record<string, string>,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-e', runner, bundle, JSON.stringify(event)], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString()
    })
    child.stderr.on('data', (bytes: Buffer) => {
      err += bytes.toString()
    })
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(out)) : reject(new Error(err || out))))
  })
}
