import type { AppUnderTest } from './app-under-test'
import { expectConsoleError } from './console-watch'
import { byLabel } from './matching'
import { openWeapp } from './open-app'

const dist = 'test/simulator/fixture/weapp'

/** The rows as the page's reader sees them, in the engine and in the DOM. */
function rows(app: AppUnderTest): { engine: string[]; dom: (string | null)[] } {
  const engine = app.page.all('.row').map((row) => row.text)
  const dom = [...document.querySelectorAll(`[data-page="${app.page.path}"] .row`)].map((row) => row.textContent)
  return { engine, dom }
}

describe('a page', () => {
  let app: AppUnderTest
  beforeAll(async () => {
    app = await openWeapp({ dist, enter: { query: { scene: 'a%3D1' } } })
  })
  afterAll(() => app.close())

  test('goes through its life cycle', () => {
    expect(app.page.path).toBe('pages/list/list')
    expect(app.page.text('#log')).toBe('load {"scene":"a%3D1"},show,ready')
    expect(app.page.title).toBe('样例')
  })

  test('keeps a keyed list in order, whatever happens to it', async () => {
    await app.page.tap('倒序')
    expect(rows(app).engine).toEqual(['第5行', '第4行', '第3行', '第2行', '第1行'])
    await app.page.tap('打乱')
    expect(rows(app).engine).toEqual(['第3行', '第9行', '第5行', '第8行', '第4行'])
    await app.page.tap('倒序')
    expect(rows(app).engine).toEqual(['第4行', '第8行', '第5行', '第9行', '第3行'])
    expect(rows(app).dom).toEqual(rows(app).engine)
  })

  test('has components that live on their own', async () => {
    await app.page.tap('.count')
    await app.page.tap('共4次')
    expect(app.page.text('#counter')).toBe('共5次')
    expect(app.setDataLog.lastAction).toBe('{"added":2}'.length)
  })

  test('shows and hides what a condition says', async () => {
    expect(app.page.has('#maybe')).toBe(false)
    await app.page.tap(byLabel('关闭'))
    expect(app.page.text('#maybe')).toBe('看得见')
    await app.page.tap('显示')
    expect(app.page.find('#maybe')).toBeNull()
  })

  test('keeps a tap on a disabled button to itself', async () => {
    const before = rows(app).engine
    await app.page.tap('不可用')
    expect(app.page.get('不可用').isDisabled).toBe(true)
    expect(rows(app).engine).toEqual(before)
  })

  test('says so when a tap can reach nobody or a node is missing', async () => {
    await expect(app.page.tap('听不见')).rejects.toThrow('nothing listens')
    await expect(app.page.tap('没有这个')).rejects.toThrow('button 倒序')
  })

  test('is pulled down, scrolled to its end and shared', async () => {
    await app.page.pullDown()
    expect(app.page.text('#log')).toContain('pulled')
    await app.page.reachBottom()
    expect(rows(app).engine).toContain('第6行')
    expect(app.page.share()).toEqual({ title: '看看这个', path: '/pages/list/list' })
  })

  test('reports an exception of a handler', async () => {
    expectConsoleError(/页面里的错误/)
    await app.page.tap('出错')
    expect(String(app.errors)).toContain('页面里的错误')
  })

  test('is measured as the experience scan does it', () => {
    const { nodes, depth, children } = app.page.measure()
    expect(nodes).toBeGreaterThan(20)
    expect(depth).toBe(3)
    expect(children).toBe(12)
  })
})
