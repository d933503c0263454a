import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDist, packageSizes } from './check-dist'

const fixture = 'test/simulator/fixture/weapp'
const generous = { main: 20_000, subpackage: 2_000 }

let broken: string
beforeEach(() => {
  broken = mkdtempSync(join(tmpdir(), 'dist-'))
  cpSync(fixture, broken, { recursive: true })
})
afterEach(() => rmSync(broken, { recursive: true, force: true }))

const put = (file: string, text: string): void => writeFileSync(join(broken, file), text)

test('a sound package has no problem', () => {
  expect(checkDist(fixture, generous)).toEqual([])
})

test('sizes are counted for each package and compared', () => {
  expect(Object.keys(packageSizes(fixture))).toEqual(['main', 'parts/'])
  expect(checkDist(fixture, { main: 100, subpackage: 100 })).toEqual([
    expect.stringMatching(/^package main: \d+ KB, over 1 KB$/),
    expect.stringMatching(/^package parts\/: \d+ KB, over 1 KB$/),
  ])
})

test.each([
  ['pages/form/form.wxml', '<view><input></view>', /wcc: .*expect end-tag `input`/],
  ['app.wxss', '.row { color: red', /wcsc: /],
  ['app.wxss', '@import "./none.wxss";', /app\.wxss: no none\.wxss/],
  ['app.js', 'App({ a: /(?<=x)y/ })', /^app\.js: look-behind/],
  ['app.js', 'const a = b ?? c', /^app\.js: Unexpected token/],
  ['pages/form/form.json', '{', /^pages\/form\/form\.json: /],
  ['pages/form/form.json', '{"usingComponents":{"x":"./x"}}', /<x> has no \.\/x/],
  ['pages/form/form.wxml', '<import src="./none.wxml" />', /no pages\/form\/none\.wxml/],
  ['app.json', '{"pages":["pages/list/list","pages/none/none"]}', /app\.json: no pages\/none\/none\.js/],
  [
    'app.json',
    '{"pages":["pages/list/list"],"tabBar":{"list":[{"pagePath":"pages/x","text":"","iconPath":"i.png"}]}}',
    /1 tabs; it takes 2 to 5.*has no text.*not a page.*no i\.png/,
  ],
])('%s with %s is found', (file, text, problem) => {
  put(file, text)
  expect(checkDist(broken, generous).join(' ')).toMatch(problem)
})
