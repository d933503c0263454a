import { headersOf, patienceFor, Unreachable } from './question'
import type * as promised from './transport'

/** Alipay: any status of 400 and more arrives in `fail`, with the body beside it. */
export const deliver: typeof promised.deliver = (question) =>
  new Promise((resolve, reject) => {
    my.request({
      url: `${API_BASE}/api/${question.procedure}`,
      method: 'POST',
      data: JSON.stringify(question.input),
      headers: headersOf(question),
      dataType: 'json',
      timeout: patienceFor(question),
      success: (answer) => resolve(answer.data),
      fail: (failure) => {
        if (failure.data === undefined || failure.data === '') reject(new Unreachable(failure.errorMessage ?? ''))
        else resolve(readBody(failure.data))
      },
    })
  })

function readBody(data: unknown): unknown {
  if (typeof data !== 'string') return data
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}
