import { type Asynchronous, type CallOptions, wechatDialect } from './asynchronous'
import { type Device, windowInfo } from './device'
import { fileSystem } from './files'
import { copied } from './http'
import { type PlatformObject, platformObject } from './platform-object'
import { passPrivacyGate } from './privacy'
import { QUIET_IN_WECHAT } from './quiet'
import { asynchronousStorage, storageInfo, store, stored } from './storage'
import type { World } from './world'
import { wxDialogs } from './wx-dialogs'
import { wxNetwork } from './wx-network'
import { wxPerson } from './wx-person'

const BASE_LIBRARY = '3.10.0'

/** A fake `wx` over `world`. Routing is added by the page stack. */
export function createWx(world: World, device: Device): PlatformObject {
  const network = wxNetwork(world)
  const absent = (): never => {
    throw new Error('data not found')
  }
  return platformObject(world, wechatDialect, {
    quiet: QUIET_IN_WECHAT,
    asynchronous: {
      ...asynchronousStorage(world, 'weapp', absent),
      ...wxDialogs(world),
      ...wxPerson(world),
      ...system(world, device),
    },
    plain: {
      ...systemNow(world, device),
      ...network,
      ...fileSystem(world, wechatDialect),
      setStorageSync: (key: string, value: unknown) => store(world, 'weapp', key, value),
      getStorageSync: (key: string) => stored(world, key) ?? '',
      removeStorageSync: (key: string) => void world.storage.delete(key),
      clearStorageSync: () => world.storage.clear(),
      getStorageInfoSync: () => storageInfo(world),
      cloud: cloud(world),
      env: { USER_DATA_PATH: 'http://usr' },
      nextTick: (callback: () => void) => setTimeout(callback, 0),
    },
  })
}

function system(world: World, device: Device): Record<string, Asynchronous> {
  return {
    getSystemInfo: { work: () => ({ ...windowInfo(device), ...appInfo(world) }) },
    getSystemInfoAsync: { work: () => ({ ...windowInfo(device), ...appInfo(world) }) },
    getNetworkType: { work: () => ({ networkType: world.isOnline ? 'wifi' : 'none' }) },
    setNavigationBarTitle: { work: (options) => world.tell('title', options.title) },
    setNavigationBarColor: { work: (options) => world.tell('titleColor', options) },
  }
}

function appInfo(world: World): Record<string, unknown> {
  const theme = world.isDark ? 'dark' : 'light'
  return { SDKVersion: BASE_LIBRARY, version: '8.0.50', language: 'zh_CN', host: { env: 'WeChat' }, theme }
}

function systemNow(world: World, device: Device): Record<string, unknown> {
  const deviceInfo = { brand: 'simulator', model: 'iPhone', system: 'iOS 16.0', platform: 'ios', benchmarkLevel: 1 }
  const width = device.width
  const manager = { onCheckForUpdate: nothing, onUpdateReady: nothing, onUpdateFailed: nothing, applyUpdate: nothing }
  const log = { debug: nothing, info: nothing, log: nothing, warn: nothing, error: nothing, setFilterMsg: nothing }
  const noted = (name: string, answer: () => unknown) => () => {
    world.record(name, {})
    return answer()
  }
  return {
    getWindowInfo: noted('getWindowInfo', () => windowInfo(device)),
    getDeviceInfo: noted('getDeviceInfo', () => ({ ...deviceInfo })),
    getAppBaseInfo: noted('getAppBaseInfo', () => appInfo(world)),
    // Deprecated: recorded, so that a test can forbid it.
    getSystemInfoSync: noted('getSystemInfoSync', () => ({ ...deviceInfo, ...windowInfo(device), ...appInfo(world) })),
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true, deviceOrientation: 'portrait' }),
    getAppAuthorizeSetting: () => ({}),
    getMenuButtonBoundingClientRect: () => {
      const top = device.statusBar + 4
      return { width: 87, height: 32, left: width - 97, right: width - 10, top, bottom: top + 32 }
    },
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
    getLaunchOptionsSync: () => ({ ...world.enter, referrerInfo: {} }),
    getEnterOptionsSync: () => ({ ...world.enter, referrerInfo: {} }),
    getUpdateManager: () => manager,
    getLogManager: () => log,
    getRealtimeLogManager: () => log,
    getPrivacySetting: (options: CallOptions) => {
      options.success?.({ needAuthorization: !world.hasAgreedPrivacy, privacyContractName: '《用户隐私保护指引》' })
    },
    requirePrivacyAuthorize: (options: CallOptions) => {
      const ask = async (): Promise<void> => await passPrivacyGate(world, 'requirePrivacyAuthorize')
      ask().then(
        () => options.success?.({ errMsg: 'requirePrivacyAuthorize:ok' }),
        (error: Error) => options.fail?.({ errMsg: `requirePrivacyAuthorize:fail ${error.message}` }),
      )
    },
  }
}

/** `wx.cloud`: the functions are the script's; the database cannot be reached from a client. */
function cloud(world: World): Record<string, unknown> {
  return {
    DYNAMIC_CURRENT_ENV: Symbol('env'),
    init: (options: unknown) => world.record('cloud.init', options),
    callFunction: (options: CallOptions & { name: string; data?: unknown }) => {
      world.record('cloud.callFunction', options)
      const answer = world.answering(`cloud ${options.name} ${JSON.stringify(options.data ?? null)}`, async () => {
        if (!world.isOnline) throw new Error('request:fail net::ERR_INTERNET_DISCONNECTED')
        const result = copied(await world.script.cloud(options.name, copied(options.data)))
        return { errMsg: 'cloud.callFunction:ok', result, requestID: 'simulated' }
      })
      const told = answer.catch((error: Error) =>
        Promise.reject({ errCode: -1, errMsg: `cloud.callFunction:fail ${error.message}` }),
      )
      if (!options.success && !options.fail && !options.complete) return told
      told.then(options.success, options.fail).then(options.complete as () => void)
      return undefined
    },
  }
}

function nothing(): void {}
