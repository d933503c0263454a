import { resolve } from 'node:path'
import type { AppUnderTest } from './app-under-test'
import { checkDist, packageSizes } from './check-dist'
import { pagePaths } from './engine/mini-package'
import { openAlipay, openWeapp } from './open-app'
import { readPackage } from './read-package'

const KB = 1024

test('the WeChat package would be taken by WeChat, and is small', () => {
  expect(checkDist('dist/weapp', { main: 600 * KB, subpackage: 200 * KB, media: 200 * KB })).toEqual([])
})

test('the Alipay package is as small', () => {
  const { main = 0, ...parts } = packageSizes('dist/alipay')
  expect(main).toBeLessThanOrEqual(600 * KB)
  expect(Math.max(...Object.values(parts))).toBeLessThanOrEqual(200 * KB)
})

describe.each([
  ['dist/weapp', openWeapp],
  ['dist/alipay', openAlipay],
] as const)('%s, with nobody signed in', (dist, open) => {
  const pages = pagePaths(readPackage(resolve(dist)).app)
  let app: AppUnderTest

  afterEach(() => app.close())

  // WeChat's experience scan draws these lines, our own budget those of setData.
  test.each(pages)('%s opens within the limits', async (path) => {
    app = await open({ dist, enter: { path }, request: () => ({ status: 401, data: { fault: 'SIGNED_OUT' } }) })
    const { nodes, depth, children } = app.page.measure()
    expect(nodes).toBeGreaterThan(0)
    expect(nodes).toBeLessThan(1000)
    expect(depth).toBeLessThan(30)
    expect(children).toBeLessThanOrEqual(60)
    expect(app.setDataLog.firstScreen(app.page.path)).toBeLessThan(16 * KB)
    expect(app.world.callsOf('getSystemInfoSync')).toEqual([])
    expect(app.errors).toEqual([])
  })
})
