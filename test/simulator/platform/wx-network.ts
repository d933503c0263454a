import { asynchronous, type CallOptions, wechatDialect } from './asynchronous'
import { fetchAnswer, requestLabel } from './http'
import type { World } from './world'

/** `wx.request` and its like: any status is a success; only a broken network fails. Each returns a task. */
export function wxNetwork(world: World): Record<string, unknown> {
  const task = (name: string, toResult: (answer: { data: unknown; statusCode: number }) => Record<string, unknown>) => {
    const call = asynchronous(world, wechatDialect, name, {
      label: (options) => (name === 'request' ? requestLabel(options) : `${name} ${options.url}`),
      work: async (options) => {
        const asked = name === 'uploadFile' ? { ...options, method: 'POST', data: options.formData } : options
        const { status, header, data } = await fetchAnswer(world, asked)
        return { header, cookies: [], ...toResult({ data, statusCode: status }) }
      },
    })
    return (options: CallOptions) => {
      // A request always has callbacks; without any, WeChat still answers nothing but the task.
      let interrupt: (reason: string) => void = () => undefined
      call({ ...options, complete: options.complete ?? (() => undefined) }, (way) => {
        interrupt = way
      })
      return {
        abort: () => interrupt('abort'),
        onHeadersReceived: () => undefined,
        offHeadersReceived: () => undefined,
        onProgressUpdate: () => undefined,
        offProgressUpdate: () => undefined,
      }
    }
  }
  return {
    request: task('request', (answer) => answer),
    uploadFile: task('uploadFile', ({ data, statusCode }) => ({ statusCode, data: JSON.stringify(data) })),
    downloadFile: task('downloadFile', ({ statusCode }) => ({ statusCode, tempFilePath: 'wxfile://download' })),
  }
}
