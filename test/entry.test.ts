import fc from 'fast-check'
import { readEntry } from '../src/entry'

const base = 'https://guanjia.example.cn'
const token = 'aZ3_kQ-7Lm0PxR2tYvB9cD'
const read = (text: string) => readEntry(text, base)

describe('what reaches the app from outside', () => {
  test('a printed link opens the door of its room', () => {
    expect(read(`${base}/r/${token}`)).toEqual({ kind: 'door', token })
    expect(read(`${base}/r/${token}/`)).toEqual({ kind: 'door', token })
    expect(read(`${base}/r/${token}?from=label#top`)).toEqual({ kind: 'door', token })
    expect(read(`http://GUANJIA.example.cn/r/${token}`)).toEqual({ kind: 'door', token })
  })

  test('WeChat’s q, Alipay’s qrCode and scene arrive percent-encoded and are decoded once', () => {
    expect(read(encodeURIComponent(`${base}/r/${token}`))).toEqual({ kind: 'door', token })
    expect(read(encodeURIComponent(token))).toEqual({ kind: 'door', token })
    expect(read(encodeURIComponent(encodeURIComponent(`${base}/r/${token}`)))).toEqual({ kind: 'foreign' })
  })

  test('a mini-program code read by the camera gives a path with the scene in it', () => {
    expect(read(`pages/home?scene=${token}`)).toEqual({ kind: 'door', token })
    expect(read(`pages/home?a=1&scene=${encodeURIComponent(token)}&b=2`)).toEqual({ kind: 'door', token })
  })

  test('a bare token and the six characters below the code open the door too, however they are typed', () => {
    expect(read(` ${token}\n`)).toEqual({ kind: 'door', token })
    expect(read('7k3m9q')).toEqual({ kind: 'door', token: '7K3M9Q' })
    expect(read('7K3 M9Q')).toEqual({ kind: 'door', token: '7K3M9Q' })
    expect(read(`${base}/r/7k3m9q`)).toEqual({ kind: 'door', token: '7K3M9Q' })
  })

  test('a code on another screen asks for a sign-in to be confirmed', () => {
    const code = 'abcdefghijklmnopqrst_-'
    expect(read(`${base}/s/${code}`)).toEqual({ kind: 'signIn', code })
    expect(read(`${base}/s/${code.slice(1)}`)).toEqual({ kind: 'foreign' })
  })

  test.each([
    ['a link of somebody else', `https://evil.example/r/${token}`],
    ['a host that only begins like ours', `https://guanjia.example.cn.evil.example/r/${token}`],
    ['our host in front of somebody else’s', `https://guanjia.example.cn@evil.example/r/${token}`],
    ['another page of ours', `${base}/console/`],
    ['a token with a path behind it', `${base}/r/${token}/edit`],
    ['a token that is too long', `${base}/r/${token}x`],
    ['a payment code', 'wxp://f2f0abcdefghijklmnopqrstuvwxyz'],
    ['a script', 'javascript:alert(1)'],
    ['six characters with a letter the labels never carry', '7K3MOQ'],
    ['Chinese', '会议室'],
    ['a broken percent sign', '100%会议'],
    ['nothing', '   '],
  ])('%s is not ours', (_what, text) => {
    expect(read(text)).toEqual({ kind: 'foreign' })
  })

  test('no text at all makes it throw, and a door’s token always has its form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string().map(encodeURIComponent), fc.webUrl()), (text) => {
        const entry = read(text)
        if (entry.kind === 'door') expect(entry.token).toMatch(/^[A-Za-z0-9_-]{6,22}$/)
      }),
      { numRuns: 2000 },
    )
  })
})
