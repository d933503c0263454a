import type { AppUnderTest } from './app-under-test'
import { byPlaceholder } from './matching'
import { openWeapp } from './open-app'

const dist = 'test/simulator/fixture/weapp'

describe('ways between pages', () => {
  let app: AppUnderTest
  beforeAll(async () => {
    app = await openWeapp({ dist })
  })
  afterAll(() => app.close())

  test('a row opens its page with the query as it was written, and back leads back', async () => {
    await app.page.tap('第2行')
    expect(app.stack).toEqual(['pages/list/list', 'parts/detail/detail'])
    expect(app.page.text('#id')).toBe('2')
    expect(app.page.text('#name')).toBe('%E4%BC%9A')
    expect(app.page.title).toBe('第2号')
    await app.back()
    expect(app.page.text('#log')).toMatch(/show,ready,hide,show$/)
  })

  test('a navigator and a relative url open pages too', async () => {
    await app.page.tap('链接')
    expect(app.page.text('#id')).toBe('7')
    await app.back()
    await app.page.tap('填表')
    expect(app.page.path).toBe('pages/form/form')
    await app.back()
  })

  test('tabs stay alive behind each other', async () => {
    await app.switchTab('关于')
    await app.switchTab('清单')
    await app.switchTab('关于')
    expect(app.page.text('#shows')).toBe('2')
    expect(app.stack).toEqual(['pages/about/about'])
    await app.switchTab('清单')
  })

  test('what the platform refuses is refused', async () => {
    await expect(app.open('/pages/about/about')).rejects.toThrow('can not navigateTo a tabbar page')
    await expect(app.open('/pages/none')).rejects.toThrow('is not found')
    await expect(app.back()).rejects.toThrow('first page')
  })

  test('the app is hidden, and entered anew by a code', async () => {
    await app.hide()
    expect(app.page.text('#log')).toMatch(/hide$/)
    await app.show({ path: 'parts/detail/detail', query: { id: '5' }, scene: 1011 })
    expect(app.stack).toEqual(['parts/detail/detail'])
    expect(app.page.text('#id')).toBe('5')
    await app.open('/pages/list/list', 'reLaunch')
  })
})

describe('a form', () => {
  let app: AppUnderTest
  beforeAll(async () => {
    app = await openWeapp({ dist, enter: { path: 'pages/form/form' } })
  })
  afterAll(() => app.close())

  test('takes what is typed, picked, switched and chosen, and submits it', async () => {
    await app.page.input(byPlaceholder('会议主题'), '季度例会很长')
    await app.page.change('#room', '二号厅')
    await app.page.change('#tea', true)
    await app.page.tap('剧院')
    expect([app.page.text('#echo'), app.page.text('#has-tea')]).toEqual(['季度例会很长', '有茶'])
    expect(app.page.text('#room')).toBe('二号厅')
    await app.page.tap('提交')
    const submitted = { title: '季度例会很长', room: 1, tea: true, layout: 'b' }
    expect(JSON.parse(app.page.text('#answer'))).toEqual(submitted)
  })

  test('cuts what is longer than the field, and refuses what cannot be picked', async () => {
    await app.page.input('#title', '一二三四五六七八')
    expect(app.page.get('#title').value).toBe('一二三四五六')
    await expect(app.page.change('#room', '三号厅')).rejects.toThrow('一号厅, 二号厅')
  })

  test('hears a double tap twice', async () => {
    await app.page.doubleTap('发送')
    expect(app.page.text('#sent')).toBe('1')
  })
})
