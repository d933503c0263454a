import { resolve } from 'node:path'

interface Rendered {
  dom: HTMLElement
  attach(parent: Element): void
  querySelector(selector: string): { dispatchEvent(name: string): void } | undefined
}

/** Its own types would bring every global of `wx` into all tests. */
const simulate: {
  load(path: string, options?: { rootPath: string }): string
  render(id: string, properties?: Record<string, unknown>): Rendered
  sleep(ms: number): Promise<void>
} = require('miniprogram-simulate')

test('a native component runs alone, as WeChat’s own test tool runs it', async () => {
  const rootPath = resolve('test/simulator/fixture/weapp')
  const counter = simulate.render(simulate.load(`${rootPath}/components/counter/counter`, { rootPath }), { start: 7 })
  counter.attach(document.body)
  expect(counter.dom.textContent).toBe('共7次')
  counter.querySelector('.count')?.dispatchEvent('tap')
  await simulate.sleep(0)
  expect(counter.dom.textContent).toBe('共8次')
})
