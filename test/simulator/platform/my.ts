import { type Asynchronous, alipayDialect, asynchronous, type CallOptions, PlatformFailure } from './asynchronous'
import { type Device, windowInfo } from './device'
import { fileSystem, putPhotos } from './files'
import { fetchAnswer, requestLabel } from './http'
import { type PlatformObject, platformObject } from './platform-object'
import { QUIET_IN_ALIPAY } from './quiet'
import { asynchronousStorage, storageInfo, store, stored } from './storage'
import type { World } from './world'

/** A fake `my` over `world`. Routing is added by the page stack. */
export function createMy(world: World, device: Device): PlatformObject {
  const keyOf = ({ key }: { key: string }): string => key
  return platformObject(world, alipayDialect, {
    quiet: QUIET_IN_ALIPAY,
    asynchronous: {
      ...asynchronousStorage(world, 'alipay', () => ({ data: null })),
      ...dialogs(world),
      ...person(world),
      getSystemInfo: { work: () => systemInfo(world, device) },
      getNetworkType: {
        work: () => ({ networkAvailable: world.isOnline, networkType: world.isOnline ? 'WIFI' : 'NOTREACHABLE' }),
      },
      setNavigationBar: { work: ({ title }) => (title === undefined ? undefined : world.tell('title', title)) },
    },
    plain: {
      ...network(world),
      ...fileSystem(world, alipayDialect),
      getSystemInfoSync: () => {
        world.record('getSystemInfoSync', {})
        return systemInfo(world, device)
      },
      getWindowInfo: () => windowInfo(device),
      getAppBaseInfo: () => ({ SDKVersion: '2.9.0', version: '10.5.0', language: 'zh-Hans', theme: theme(world) }),
      getDeviceBaseInfo: () => ({ brand: 'simulator', model: 'iPhone', system: '16.0', platform: 'iOS' }),
      getSystemSetting: () => ({ locationEnabled: true }),
      getLaunchOptionsSync: () => ({ ...world.enter }),
      getEnterOptionsSync: () => ({ ...world.enter }),
      getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
      getAppIdSync: () => ({ appId: '2021000000000000' }),
      env: { USER_DATA_PATH: 'https://usr', clientName: 'ap' },
      SDKVersion: '2.9.0',
      setStorageSync: ({ key, data }: { key: string; data: unknown }) => {
        store(world, 'alipay', key, data)
        return { success: true }
      },
      getStorageSync: (options: { key: string }) => ({ data: stored(world, keyOf(options)) ?? null, success: true }),
      removeStorageSync: (options: { key: string }) => ({ success: world.storage.delete(keyOf(options)) }),
      clearStorageSync: () => world.storage.clear(),
      getStorageInfoSync: () => ({ ...storageInfo(world), success: true }),
    },
  })
}

/** `my.request` fails for HTTP 400 and above, with the answer in the failure. */
function network(world: World): Record<string, unknown> {
  const request = asynchronous(world, alipayDialect, 'request', {
    label: requestLabel,
    work: async (options) => {
      const { status, header, data } = await fetchAnswer(world, options).catch((error: Error) => {
        throw new PlatformFailure(error.message, { error: 12 })
      })
      if (status >= 400) throw new PlatformFailure('http status error', { error: 19, status, headers: header, data })
      return { status, headers: header, data }
    },
  })
  return {
    request: (options: CallOptions) => {
      let interrupt: (reason: string) => void = () => undefined
      request({ ...options, complete: options.complete ?? (() => undefined) }, (way) => {
        interrupt = way
      })
      return { abort: () => interrupt('abort') }
    },
    uploadFile: asynchronous(world, alipayDialect, 'uploadFile', {
      refuse: ({ fileType }) => (fileType === 'image' ? undefined : 'fileType is missing'),
      work: async (options) => {
        const { status, header, data } = await fetchAnswer(world, {
          ...options,
          method: 'POST',
          data: options.formData,
        })
        return { statusCode: status, header, data: JSON.stringify(data) }
      },
    }),
  }
}

function dialogs(world: World): Record<string, Asynchronous> {
  const show = { work: ({ content }: CallOptions) => world.showToast(String(content ?? '')) }
  const hide = { work: () => world.showToast(null) }
  const ask = async (options: CallOptions, hasCancel: boolean): Promise<boolean> => {
    const answer = await world.script.modal({
      title: String(options.title ?? ''),
      content: String(options.content ?? ''),
      confirmText: String((hasCancel ? options.confirmButtonText : options.buttonText) ?? '确定'),
      cancelText: String(options.cancelButtonText ?? '取消'),
      hasCancel,
    })
    return answer !== 'cancel'
  }
  return {
    showToast: show,
    showLoading: show,
    hideToast: hide,
    hideLoading: hide,
    confirm: { work: async (options) => ({ confirm: await ask(options, true) }) },
    alert: { work: async (options) => ({ success: await ask(options, false) }) },
    showActionSheet: {
      work: async ({ items }) => {
        const index = await world.script.actionSheet(items as string[])
        return { index: index === 'cancel' ? -1 : index }
      },
    },
  }
}

function person(world: World): Record<string, Asynchronous> {
  const orCancelled = <T>(answer: T | 'cancel'): T => {
    if (answer === 'cancel') throw new PlatformFailure('用户取消', { error: 10 })
    return answer
  }
  return {
    getAuthCode: {
      work: ({ scopes }) => {
        const authCode = world.script.loginCode()
        if (authCode === 'fail') throw new PlatformFailure('授权失败', { error: 11 })
        return { authCode, authSuccessScopes: [scopes].flat() }
      },
    },
    getPhoneNumber: {
      work: () => {
        const response = world.script.phoneCode()
        if (response === 'deny') throw new PlatformFailure('用户拒绝授权', { error: 40003 })
        return { response: JSON.stringify({ response, sign: '' }) }
      },
    },
    scan: {
      work: async () => {
        const { result, path } = orCancelled(await world.script.scan())
        return { code: result ?? path, codeContent: result ?? path, codeType: 'QR', qrCode: result ?? path }
      },
    },
    requestSubscribeMessage: {
      refuse: ({ entityIds }) => ((entityIds as string[]).length > 3 ? 'entityIds: at most 3' : undefined),
      work: ({ entityIds }) => {
        const accepted = (entityIds as string[]).filter((id) => world.script.subscribe(id) === 'accept')
        return { behavior: accepted.length > 0 ? 'subscribe' : 'cancel', subscribeEntityIds: accepted }
      },
    },
    chooseImage: {
      work: () => {
        const paths = orCancelled(world.script.photos())
        putPhotos(world, paths)
        return { apFilePaths: paths, tempFilePaths: paths }
      },
    },
    setClipboard: { work: ({ text }) => world.copy(String(text)) },
    getClipboard: { work: () => ({ text: world.clipboard }) },
  }
}

function theme(world: World): string {
  return world.isDark ? 'dark' : 'light'
}

function systemInfo(world: World, device: Device): Record<string, unknown> {
  const app = { app: 'alipay', version: '10.5.0', SDKVersion: '2.9.0', language: 'zh-Hans', theme: theme(world) }
  return { ...windowInfo(device), ...app, brand: 'simulator', model: 'iPhone', system: '16.0', platform: 'iOS' }
}
