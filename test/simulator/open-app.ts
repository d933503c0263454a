import { resolve } from 'node:path'
import { AppUnderTest, type OpenOptions } from './app-under-test'
import { closeLater } from './closing'
import type { MiniPackage } from './engine/mini-package'
import type { Script } from './platform/script'
import { readPackage } from './read-package'

interface OpenApp extends Omit<OpenOptions, 'script'> {
  /** The compiled package's folder, from the working directory. */
  dist: string
  /** Shorthand for `script.request`. */
  request?: Script['request']
  /** Shorthand for `script.cloud`. */
  cloud?: Script['cloud']
  script?: Partial<Script>
}

const packages = new Map<string, MiniPackage>()

/** Starts a compiled WeChat package, by default `dist/weapp`, and waits for its first screen. */
export function openWeapp(options: Partial<OpenApp> = {}): Promise<AppUnderTest> {
  return open('weapp', { dist: 'dist/weapp', ...options })
}

/** Starts a compiled Alipay package, by default `dist/alipay`, and waits for its first screen. */
export function openAlipay(options: Partial<OpenApp> = {}): Promise<AppUnderTest> {
  return open('alipay', { dist: 'dist/alipay', ...options })
}

async function open(platform: MiniPackage['platform'], options: OpenApp): Promise<AppUnderTest> {
  const { dist, request, cloud, script, enter = {}, ...rest } = options
  const folder = resolve(dist)
  const pack = packages.get(folder) ?? readPackage(folder)
  packages.set(folder, pack)
  if (pack.platform !== platform) throw new Error(`${dist} is built for ${pack.platform}, not for ${platform}`)
  const answers = { ...(request ? { request } : {}), ...(cloud ? { cloud } : {}), ...script }
  const app = new AppUnderTest(pack, { ...rest, script: answers })
  closeLater(() => app.close())
  await app.launch(enter)
  return app
}
