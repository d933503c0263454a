import { type Asynchronous, type CallOptions, PlatformFailure } from './asynchronous'
import type { World } from './world'

/** Largest value of one key: 1 MB in WeChat, 200 KB in Alipay. */
const LARGEST = { weapp: 1024 * 1024, alipay: 200 * 1024 }

/** Writes a value as the platform would: as JSON, refused when it is too large. */
export function store(world: World, platform: 'weapp' | 'alipay', key: string, value: unknown): void {
  const text = JSON.stringify(value) ?? '""'
  if (text.length > LARGEST[platform]) throw new PlatformFailure('exceed storage item max length')
  world.storage.set(key, text)
}

/** The value of a key, a fresh copy; undefined when there is none. */
export function stored(world: World, key: string): unknown {
  const text = world.storage.get(key)
  return text === undefined ? undefined : JSON.parse(text)
}

/** The asynchronous storage functions, which WeChat and Alipay name alike. `absent` is what a missing key answers. */
export function asynchronousStorage(
  world: World,
  platform: 'weapp' | 'alipay',
  absent: () => Record<string, unknown>,
): Record<string, Asynchronous> {
  const keyOf = (options: CallOptions): string => String(options.key)
  return {
    setStorage: { work: (options) => store(world, platform, keyOf(options), options.data) },
    getStorage: {
      work: (options) => {
        const data = stored(world, keyOf(options))
        return data === undefined ? absent() : { data }
      },
    },
    removeStorage: { work: (options) => void world.storage.delete(keyOf(options)) },
    clearStorage: { work: () => world.storage.clear() },
    getStorageInfo: { work: () => storageInfo(world) },
  }
}

export function storageInfo(world: World): { keys: string[]; currentSize: number; limitSize: number } {
  const size = [...world.storage.values()].reduce((sum, text) => sum + text.length, 0)
  return { keys: [...world.storage.keys()], currentSize: Math.ceil(size / 1024), limitSize: 10240 }
}
