import { exportResults } from '../contract/survey-results'
import { readSheets } from '../functions/documents/read-sheets'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { definitionOf, givenSurvey } from './support/given-survey'
import { done, type Who } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let surveyor: Who
beforeAll(async () => {
  house = await startCloud()
  org = await givenOrg(house)
  surveyor = await signedInAs(house, org, ['surveyor'])
})
afterAll(() => house.end())

const asked = { hint: '', isRequired: false, isRandom: false }
const definition = definitionOf(
  [
    {
      ...asked,
      code: 'q1',
      kind: 'single',
      title: '=1+1，哪个食堂？',
      options: [
        { code: 'o1', text: '东，"老"食堂' },
        { code: 'o2', text: '@西食堂' },
      ],
    },
    { hint: '', isRequired: false, code: 'q2', kind: 'csat', title: '满意吗？', hasDontKnow: true },
    {
      hint: '',
      isRequired: false,
      code: 'q3',
      kind: 'number',
      title: '每周几次？',
      unit: '次',
    },
  ],
  { title: '食堂/2026' },
)
const answers = [
  ...Array.from({ length: 14 }, () => ({ q1: { option: 'o1' }, q2: { number: 5 } })),
  ...Array.from({ length: 3 }, () => ({ q1: { option: 'o2' }, q2: { number: 2 }, q3: { number: 77 } })),
  ...Array.from({ length: 3 }, () => ({ q1: { option: 'o2' }, q2: { number: 2 } })),
]
const given = async () => (await givenSurvey(house, org, { status: 'closed', definition, answers })).surveyId
const sheetsOf = async (name: string, content: string) =>
  (await readSheets(name, Buffer.from(content, 'base64')))?.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map(({ cells }) => cells),
  }))

test('the workbook has the figures of the page and a code book, numbers as numbers and no formulas', async () => {
  const { fileName, content } = await done(house, exportResults, { surveyId: await given() }, surveyor)
  expect(fileName).toBe('食堂 2026 结果.xlsx')
  const sheets = await sheetsOf(fileName, content)
  expect(sheets?.map(({ name }) => name)).toEqual(['概要', '各题', '选项', '编码', '说明'])
  const rows = (name: string) => sheets?.find((sheet) => sheet.name === name)?.rows ?? []
  expect(rows('概要')).toContainEqual(['计入统计', '20'])
  expect(rows('各题')).toContainEqual(['q2', '满意吗？', '20', '4.1', '3.44', '4.76', '', '70'])
  expect(rows('选项')).toContainEqual(['q1', '=1+1，哪个食堂？', '', 'o1', '东，"老"食堂', '14', '70', '48.1', '85.5'])
  expect(rows('编码').map((row) => row.slice(0, 4))).toContainEqual(['q1', '', 'o2', '@西食堂'])
  expect(rows('编码')).toContainEqual(['q3', '', '', '每周几次？', '数字'])
})

test('what three people gave is in no file, nor is anything by person', async () => {
  const surveyId = await given()
  for (const format of ['xlsx', 'csv'] as const) {
    const { fileName, content } = await done(house, exportResults, { surveyId, format }, surveyor)
    const words = JSON.stringify(await sheetsOf(fileName, content))
    expect(words).not.toContain('77')
    expect(words).toContain('人数太少，不显示')
    expect(words).not.toContain('受访')
  }
})

test('the file of commas begins with its mark, doubles quotes and disarms what a spreadsheet would compute', async () => {
  const { fileName, content } = await done(house, exportResults, { surveyId: await given(), format: 'csv' }, surveyor)
  const text = Buffer.from(content, 'base64').toString()
  expect(fileName).toBe('食堂 2026 结果.csv')
  expect(text.startsWith('\ufeff题号,题目,人数')).toBe(true)
  expect(text).toContain(`q1,"'=1+1，哪个食堂？"`.replace(/"/g, ''))
  expect(text).toContain('"东，""老""食堂",14,70,')
  expect(text).toContain(",'@西食堂,6,30,")
})

test('whoever exports is written down; staff may not, and nobody before the end', async () => {
  const surveyId = await given()
  await done(house, exportResults, { surveyId, format: 'csv' }, surveyor)
  const { rows } = await house.cloud.pool.query(
    `SELECT detail FROM audit_entry WHERE org_id = $1 AND procedure = 'survey.exportResults' AND detail ->> 'surveyId' = $2`,
    [org.orgId, surveyId],
  )
  expect(rows).toEqual([{ detail: { surveyId, format: 'csv' } }])
  const staff = await signedInAs(house, org)
  expect((await house.call(exportResults, { surveyId }, staff)).fault).toBe('FORBIDDEN')
  const open = await givenSurvey(house, org, { answers })
  expect((await house.call(exportResults, { surveyId: open.surveyId }, surveyor)).refusal).toBe('NOT_YET')
})
