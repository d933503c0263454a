import { readdirSync } from 'node:fs'
import path from 'node:path'

const folder = path.join(__dirname, '../bench')

/** `npm run bench [name]`: runs one benchmark, or all of them one after the other. */
async function main(): Promise<void> {
  const parts = ['given-tickets', 'given-menus', 'given-feed', 'insert-tickets', 'shuttle-departures', 'shuttle-seats']
  const support = new Set(['server', 'http-clients', 'pgbench', 'shuttle-feeds', ...parts])
  const all = readdirSync(folder)
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((name) => !support.has(name))
  const wished = process.argv[2]
  if (wished && !all.includes(wished)) {
    console.error(`没有名为 ${wished} 的基准；可选：${all.join('、')}`)
    process.exitCode = 2
    return
  }
  for (const name of wished ? [wished] : all) {
    const { default: bench } = (await import(path.join(folder, name))) as { default: () => Promise<void> }
    await bench()
  }
}

main().catch((cause) => {
  console.error(cause)
  process.exitCode = 1
})
