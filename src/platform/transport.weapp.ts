import Taro from '@tarojs/taro'
import { headersOf, patienceFor, type Question, Unreachable } from './question'
import type * as promised from './transport'

async function byCloud({ procedure, input, key, token }: Question): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name: 'api', data: { procedure, input, key, token } })
  return result
}

async function byHttp(question: Question): Promise<unknown> {
  const { data } = await Taro.request<unknown>({
    url: `${API_BASE}/api/${question.procedure}`,
    method: 'POST',
    data: question.input,
    header: headersOf(question),
    timeout: patienceFor(question),
  })
  return data
}

let isCloudReady = false

/**
 * WeChat: the CloudBase function `api` when an environment was named at build time, otherwise HTTP. A question that
 * carries a file always goes over HTTP: only the web function makes pictures anew, and a call takes no megabytes.
 */
export const deliver: typeof promised.deliver = async (question) => {
  const isByCloud = CLOUD_ENV !== '' && !question.isLarge
  if (isByCloud && !isCloudReady) {
    Taro.cloud.init({ env: CLOUD_ENV })
    isCloudReady = true
  }
  try {
    return await (isByCloud ? byCloud(question) : byHttp(question))
  } catch (cause) {
    throw new Unreachable(String((cause as { errMsg?: string }).errMsg ?? cause))
  }
}
