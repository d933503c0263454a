import type * as promised from './scan'

export const canScan: typeof promised.canScan = true

export const scan: typeof promised.scan = () =>
  new Promise((resolve) => {
    my.scan({
      scanType: ['qrCode'],
      success: ({ code, qrCode }) => resolve(qrCode ?? code),
      fail: () => resolve(undefined),
    })
  })
