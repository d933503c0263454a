/** The part of Alipay's `my` that is used here and that Taro does not carry over. */
declare namespace my {
  interface Failure {
    error?: number
    errorMessage?: string
    data?: unknown
  }
  interface Options<Success> {
    success?: (result: Success) => void
    fail?: (failure: Failure) => void
  }
  function request(
    options: Options<{ data: unknown }> & {
      url: string
      method: 'GET' | 'POST'
      data: string
      headers: Record<string, string>
      dataType: 'json'
      timeout: number
    },
  ): void
  function getAuthCode(options: Options<{ authCode: string }> & { scopes: 'auth_base' }): void
  function getPhoneNumber(options: Options<{ response: string }>): void
  function scan(options: Options<{ code?: string; qrCode?: string }> & { scanType: readonly string[] }): void
  function requestSubscribeMessage(options: Options<unknown> & { entityIds: readonly string[] }): void
  function chooseImage(
    options: Options<{ tempFilePaths?: string[]; apFilePaths?: string[] }> & {
      count: number
      sizeType: readonly string[]
      sourceType: readonly string[]
    },
  ): void
  function getFileSystemManager(): import('./own-files').FileManager
  const env: { USER_DATA_PATH: string }
}
