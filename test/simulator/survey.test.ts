import { byLabel } from './matching'
import { openWeapp } from './open-app'
import { atFirst, taps } from './repair-world'
import { fault, type ScriptedCloud, signedInStorage } from './scripted-cloud'
import { boardAction, now, openSurvey, surveyCloud, surveyId } from './survey-world'

const open = (cloud: ScriptedCloud, path = 'features/survey/surveys', query: Record<string, string> = {}) =>
  openWeapp({ request: cloud.request, storage: signedInStorage(), now, enter: { path, query } })
const answering = (cloud: ScriptedCloud) => open(cloud, 'features/survey/answer', { surveyId })
const inputOf = (cloud: ScriptedCloud, name: string) => cloud.asked.filter((each) => each.name === name).pop()?.input

describe('answering a survey', () => {
  test('eight questions are answered with a tap each, in small pieces, and handed in once', async () => {
    const cloud = surveyCloud()
    const app = await open(cloud)
    const { tap, count } = taps(app)
    await tap('食堂满意度调查')
    expect(app.page.path).toBe('features/survey/answer')
    expect(app.setDataLog.firstScreen(app.page.path)).toBeLessThanOrEqual(atFirst)
    expect(app.page.text()).toContain('匿名问卷')
    expect(app.page.text()).toContain('已答 0 题，共 7 题 · 第 1 页，共 2 页')
    await tap('东食堂')
    await tap(byLabel('4 分满意'))
    await tap(byLabel('卫生，还没排'))
    await tap(byLabel('味道，还没排'))
    await tap(byLabel('价钱，还没排'))
    await app.page.tap('下一页')
    expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atFirst)
    expect(app.page.text()).toContain('第 2 页，共 2 页')
    await tap(byLabel('9 分'))
    await tap(app.page.all('.ui-chip')[0] ?? '')
    await tap(app.page.all('.ui-chip')[4] ?? '')
    const fields = app.page.all('.ui-field-input')
    await app.page.input(fields[0] ?? '', '5')
    await app.page.input(fields[1] ?? '', '早点开门')
    expect(app.page.text()).toContain('已答 7 题，共 7 题')
    expect(count()).toBeLessThan(12)
    const { nodes, depth, children } = app.page.measure()
    expect([nodes < 1000, depth < 30, children <= 60]).toEqual([true, true, true])

    await app.page.doubleTap('提交')
    expect(cloud.count('survey.submitAnswers')).toBe(1)
    expect(inputOf(cloud, 'survey.submitAnswers')).toEqual({
      surveyId,
      revision: 4,
      answers: {
        q1: { option: 'o1' },
        q2: { number: 4 },
        q4: { options: ['o1', 'o2', 'o3'] },
        q5: { number: 9 },
        q6: { rows: { r1: 'o1', r2: 'o2' } },
        q7: { number: 5 },
        q8: { text: '早点开门' },
      },
    })
    expect(app.page.text()).toContain('谢谢，下周公布结果。')
    expect([...app.world.storage].filter(([key]) => key.includes('draft'))).toEqual([])
    cloud.sayings['survey.listMySurveys'] = () => ({ value: { items: [openSurvey({ hasAnswered: true })] } })
    await app.page.tap('回到问卷')
    expect(app.page.text()).toContain('之后可以看结果')
  })

  test('a question appears with the answer it hangs on; hidden again, its answer is kept and not handed in', async () => {
    const cloud = surveyCloud()
    const app = await answering(cloud)
    await app.page.tap('西食堂')
    expect(app.page.text()).toContain('最多选 2 项')
    await app.page.tap('口味')
    await app.page.tap('都挺好')
    await app.page.tap('排队')
    await app.page.tap('东食堂')
    expect(app.page.text()).not.toContain('西食堂最该改什么')
    await app.page.tap(byLabel('5 分很满意'))
    await app.page.tap('下一页')
    await app.page.tap(byLabel('10 分'))
    await app.page.tap('上一页')
    await app.page.tap('西食堂')
    await app.page.tap('下一页')
    await app.page.tap('提交')
    expect(inputOf(cloud, 'survey.submitAnswers')).toMatchObject({ answers: { q3: { options: ['o2'] } } })
  })

  test('what is missing is said at its question before one goes on', async () => {
    const app = await answering(surveyCloud())
    await app.page.tap('西食堂')
    await app.page.tap('下一页')
    expect(app.page.text()).toContain('第 1 页')
    expect(app.page.all('.item-problem').filter(({ text }) => text !== '')).toHaveLength(1)
    expect(app.page.text('.item-wrong')).toContain('总体满意吗？')
    await app.page.tap('不了解')
    expect(app.page.has('.item-wrong')).toBe(false)
    await app.page.tap('下一页')
    expect(app.page.text()).toContain('第 2 页')
  })

  test('leaving loses nothing: the draft comes back at its page, also after no network', async () => {
    const cloud = surveyCloud()
    const app = await answering(cloud)
    await app.page.tap('东食堂')
    await app.page.tap(byLabel('3 分一般'))
    await app.page.tap('下一页')
    await app.page.tap(byLabel('7 分'))
    await app.page.input(app.page.all('.ui-field-input')[1] ?? '', '多放辣')
    app.world.setOnline(false)
    await app.page.tap('提交')
    expect(app.page.text()).toContain('网络不通')
    await app.hide()
    app.close()

    const storage = app.world.storage
    const next = await openWeapp({
      request: cloud.request,
      storage,
      now,
      enter: { path: 'features/survey/answer', query: { surveyId } },
    })
    expect(next.page.text()).toContain('第 2 页')
    await next.page.tap('提交')
    expect(inputOf(cloud, 'survey.submitAnswers')).toMatchObject({
      answers: { q5: { number: 7 }, q8: { text: '多放辣' } },
    })
    next.close()
  })

  test.each([
    ['ALREADY_ANSWERED', '之前已经交上了'],
    ['NOT_OPEN', '已经截止了'],
    ['OTHER_VERSION', '请退出后重新打开'],
  ] as const)('the refusal %s is a sentence', async (refusal, says) => {
    const app = await answering(surveyCloud({ 'survey.submitAnswers': () => ({ refusal }) }))
    await app.page.tap('东食堂')
    await app.page.tap('不了解')
    await app.page.tap('下一页')
    await app.page.tap(byLabel('0 分'))
    await app.page.tap('提交')
    expect(app.page.text()).toContain(says)
  })

  test('an answer the cloud finds wrong is shown at its question', async () => {
    const issues = [{ path: 'answers.q2.number', message: '请打 1 到 5 分' }]
    const cloud = surveyCloud()
    const saying = fault(400, 'BAD_INPUT')
    Object.assign(saying.body, { issues })
    cloud.sayings['survey.submitAnswers'] = () => saying
    const app = await answering(cloud)
    await app.page.tap('东食堂')
    await app.page.tap('不了解')
    await app.page.tap('下一页')
    await app.page.tap(byLabel('0 分'))
    await app.page.tap('提交')
    expect(app.page.text('.item-wrong')).toContain('请打 1 到 5 分')
    expect(app.page.text()).toContain('第 1 页')
  })
})

describe('what comes of it', () => {
  test('results are bars with words; what too few stand behind is not shown', async () => {
    const cell = (code: string, text: string, count?: number) => ({ code, text, count, share: count && count / 20 })
    const head = { invited: 40, answered: 20, paper: 0, n: 20, responseRate: 0.5, isAnonymous: true }
    const item = { kind: 'single', n: 20, empty: 0, isHidden: false }
    const cloud = surveyCloud({
      'survey.getResults': () => ({
        value: {
          ...head,
          surveyId,
          title: '食堂满意度调查',
          status: 'closed',
          items: [
            {
              ...item,
              code: 'q1',
              title: '常去哪个食堂？',
              cells: [cell('o1', '东食堂', 13), cell('o2', '西食堂'), cell('o3', '外面')],
            },
            {
              ...item,
              code: 'q2',
              kind: 'csat',
              title: '总体满意吗？',
              cells: [],
              mean: { value: 4.2, n: 20, interval: { low: 3.9, high: 4.5 } },
              satisfied: { share: 0.9, interval: { low: 0.699, high: 0.972 } },
            },
            { ...item, code: 'q3', title: '最该改什么？', n: undefined, cells: [], isHidden: true },
          ],
        },
      }),
    })
    const app = await open(cloud, 'features/survey/result', { surveyId })
    const texts = app.page.all('.result').map(({ text }) => text)
    expect(texts[0]).toContain('东食堂65%，13 人西食堂、外面：合起来 7 人，人数太少的不单列。')
    expect(texts[1]).toContain('平均 4.2 分，真实情况大约在 3.9 到 4.5 之间。')
    expect(texts[1]).toContain('90% 的人满意，真实情况大约在 70% 到 97% 之间。')
    expect(texts[2]).toContain('人数太少，不显示')
  })

  test('on the board one says whether it got better, and may change it; not before it is done', async () => {
    const cloud = surveyCloud({
      'survey.listBoard': () => ({
        value: {
          items: [
            boardAction(),
            boardAction({ actionId: surveyId, status: 'adopted', need: '停车难', dueOn: '2026-12-03' }),
          ],
        },
      }),
      'survey.voteAction': () => ({ value: { better: 13, same: 3, worse: 1 } }),
    })
    const app = await open(cloud, 'features/survey/board')
    const { tap } = taps(app)
    await tap('变好了')
    expect(inputOf(cloud, 'survey.voteAction')).toMatchObject({ vote: 'better' })
    expect(app.page.text()).toContain('13 人说变好了')
    expect(app.page.has('✓ 变好了')).toBe(true)
    expect(app.page.all('.ui-answers')).toHaveLength(1)
    expect(app.page.all('.action')[1]?.text).toContain('已采纳，正在改你说：停车难')
    expect(app.page.all('.action')[1]?.text).toContain('12月3日 周四 前完成')
  })

  test('a suggestion that is refused keeps its words', async () => {
    const cloud = surveyCloud({ 'survey.suggest': () => ({ refusal: 'TOO_MANY_TODAY' }) })
    const app = await open(cloud, 'features/survey/suggest')
    await app.page.tap('提交建议')
    expect(app.page.text()).toContain('请先写一写')
    await app.page.input(app.page.get('.ui-field-input'), '东门装盏灯')
    await app.page.tap('提交建议')
    expect(app.page.text()).toContain('今天已经提了五条建议')
    cloud.sayings['survey.suggest'] = () => ({ value: { actionId: surveyId } })
    await app.page.tap('提交建议')
    expect(inputOf(cloud, 'survey.suggest')).toEqual({ need: '东门装盏灯' })
    expect(app.page.text()).toContain('收到了')
  })
})
