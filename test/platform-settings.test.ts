import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readSettings, WrongSetting } from '../functions/platform/settings'
import { wechatPhones } from '../functions/platform/wechat-accounts'

describe('settings', () => {
  it('run the demo on this machine when nothing is set', () => {
    expect(readSettings({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: undefined,
      dataDir: '.data',
      isDemo: true,
      publicUrl: 'http://127.0.0.1:8080',
      secrets: {},
    })
  })

  it('have no demo on a database of their own, unless it is wanted', () => {
    const DATABASE_URL = 'postgres://guanjia:secret@db.example.cn:5432/guanjia'
    expect(readSettings({ DATABASE_URL }).isDemo).toBe(false)
    expect(readSettings({ DATABASE_URL, DEMO: '1' }).isDemo).toBe(true)
    expect(readSettings({ DEMO: '0' }).isDemo).toBe(false)
  })

  it('count an empty variable as unset', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toMatchObject({ port: 8080, isDemo: true })
  })

  it.each([
    ['PORT', 'eighty', '0 到 65535'],
    ['PORT', '65536', '0 到 65535'],
    ['PORT', '-1', '0 到 65535'],
    ['HOST', 'a b', '127.0.0.1'],
    ['DATABASE_URL', 'mysql://root@localhost/guanjia', 'postgres://'],
    ['DEMO', 'yes', '1(开)或 0(关)'],
    ['PUBLIC_URL', 'guanjia.example.cn', 'https://'],
    ['WECHAT_APP_ID', 'wx123', '18 位'],
    ['ALIPAY_PRIVATE_KEY', 'secret', 'PEM'],
  ])('stop the start with a sentence when %s is %s', (name, text, allowed) => {
    const read = () => readSettings({ [name]: text })
    expect(read).toThrow(WrongSetting)
    expect(read).toThrow(name)
    expect(read).toThrow(allowed)
  })

  it('never repeat a wrong secret', () => {
    expect(() => readSettings({ ALIPAY_PRIVATE_KEY: 'do-not-show' })).not.toThrow('do-not-show')
    expect(() => readSettings({ DATABASE_URL: 'mysql://root:do-not-show@localhost/x' })).not.toThrow('do-not-show')
  })

  it('want the secrets of a platform together', () => {
    expect(() => readSettings({ WECHAT_APP_ID: 'wx0123456789abcdef' })).toThrow('WECHAT_SECRET')
  })
})

describe('a phone code of WeChat outside its cloud', () => {
  it('is exchanged over HTTP, with one access token for many and a new one when that has ended', async () => {
    let tokens = 0
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://localhost')
      let body = ''
      request.on('data', (bytes: Buffer) => {
        body += bytes.toString()
      })
      request.on('end', () => {
        const { code } = JSON.parse(body) as { code?: string }
        const token = url.searchParams.get('access_token')
        if (url.pathname === '/cgi-bin/stable_token')
          response.end(JSON.stringify({ access_token: `t${++tokens}`, expires_in: 7200 }))
        else if (code === 'ended' && token === 't1') response.end('{"errcode":40001,"errmsg":"invalid credential"}')
        else if (code === 'bad') response.end('{"errcode":40029,"errmsg":"invalid code"}')
        else if (code === 'abroad') {
          response.end(
            '{"errcode":0,"phone_info":{"phoneNumber":"+85291234567","purePhoneNumber":"91234567","countryCode":"852"}}',
          )
        } else
          response.end(
            '{"errcode":0,"phone_info":{"phoneNumber":"13800001111","purePhoneNumber":"13800001111","countryCode":"86"}}',
          )
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const gateway = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const phoneOf = wechatPhones({ appId: 'wx0123456789abcdef', secret: '0'.repeat(32), gateway })
    expect(await phoneOf('good')).toBe('13800001111')
    expect(await phoneOf('abroad')).toBe('85291234567')
    expect(await phoneOf('bad')).toBeUndefined()
    expect(tokens).toBe(1)
    expect(await phoneOf('ended')).toBe('13800001111')
    expect(tokens).toBe(2)
    server.close()
  })
})
