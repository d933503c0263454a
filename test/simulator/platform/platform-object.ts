import { type Asynchronous, asynchronous, type Dialect, type PlatformFunction } from './asynchronous'
import { LISTENABLE, QUIET_IN_BOTH, SILENT } from './quiet'
import type { World } from './world'

/** A fake `wx` or `my`. Its members are own and enumerable, because Taro copies what `Object.keys` shows. */
export type PlatformObject = Record<string, unknown>

/** Puts together what both platforms are made of; `parts` come last and win. */
export function platformObject(
  world: World,
  dialect: Dialect,
  parts: { quiet: string[]; asynchronous: Record<string, Asynchronous>; plain: Record<string, unknown> },
): PlatformObject {
  const quiet: [string, Asynchronous][] = [...QUIET_IN_BOTH, ...parts.quiet].map((name) => [
    name,
    { work: (options) => world.tell(name, options) },
  ])
  const entries: [string, unknown][] = [
    ...SILENT.map((name): [string, unknown] => [name, (options: unknown) => world.record(name, options)]),
    ...listeners(world),
    ...[...quiet, ...Object.entries(parts.asynchronous)].map(([name, api]): [string, PlatformFunction] => [
      name,
      asynchronous(world, dialect, name, api),
    ]),
    ...Object.entries(parts.plain),
  ]
  const platform = Object.fromEntries(entries.filter(([name]) => !world.missing.has(name)))
  platform.canIUse = (schema: string) => Object.hasOwn(platform, schema.split('.')[0] ?? '')
  return platform
}

function listeners(world: World): [string, unknown][] {
  return LISTENABLE.flatMap((name): [string, unknown][] => {
    const capital = name.charAt(0).toUpperCase() + name.slice(1)
    return [
      [`on${capital}`, (listener: (value: unknown) => void) => world.on(name, listener)],
      [`off${capital}`, (listener?: (value: unknown) => void) => world.off(name, listener)],
    ]
  })
}
