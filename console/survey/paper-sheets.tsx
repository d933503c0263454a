import { Alert, App, Button, Input, Tag } from 'antd'
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { InputIssue, InputOf, ValueOf } from '../../contract/procedure'
import { type getPaperQuestionnaire, submitPaper } from '../../contract/survey-answering'
import { wrongAnswers } from '../../contract/survey-answers'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { askedItems } from '../../contract/survey-jumps'
import { type Answers, isAnswered, submittedAnswers, visibleCodes } from '../../contract/survey-logic'
import { linkTo } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { countText } from '../ui/report/figures'
import { TroubleNote } from '../ui/trouble-note'
import { useAskedLinks } from '../ui/use-asked-links'
import { useTask } from '../ui/use-task'
import { useUnloadWarning } from '../ui/use-unload-warning'
import './paper.css'
import { focusFirst, focusNext } from './paper-focus'
import { PaperQuestion } from './paper-question'
import './preview.css'
import { enterPaperSentences } from './sentences'

const codeOf = (path: string) => path.split('.')[1]

/** One sheet after the other, by the keyboard: what is handed in is cleared away and the next one begins at its top. */
export function PaperSheets({ questionnaire }: { questionnaire: ValueOf<typeof getPaperQuestionnaire> }) {
  const { modal } = App.useApp()
  const zone = useZone()
  const { surveyId, revision, isAnonymous, closesAt } = questionnaire
  const definition = questionnaire.definition as SurveyDefinition
  const entering = useTask(submitPaper, enterPaperSentences)
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<Answers>({})
  const [staffNumber, setStaffNumber] = useState('')
  /** Goes up with every empty form. */
  const [round, setRound] = useState(0)
  /** Sheets of this sitting, and how many the survey has; of an anonymous one only those of this sitting are known. */
  const [done, setDone] = useState({ sheets: 0, entered: 0 })
  const [wrong, setWrong] = useState<readonly InputIssue[]>([])
  const items = useMemo(() => askedItems(definition), [definition])
  const visible = visibleCodes(items, draft)
  // as they are numbered on paper, whatever is asked of this person
  const numbers = new Map(items.filter(({ kind }) => kind !== 'section').map(({ code }, at) => [code, at + 1]))
  const isDirty = staffNumber !== '' || items.some(({ code }) => isAnswered(draft[code]))
  const issues = wrong.length > 0 ? wrong : (entering.trouble?.issues ?? [])

  useUnloadWarning(isDirty)
  useAskedLinks(isDirty, (go) => {
    modal.confirm({
      title: '这一份还没有交',
      content: '离开以后，这一份已经录的内容会丢失；前面交了的都在。',
      okText: '不交了',
      cancelText: '继续录',
      onOk: go,
    })
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the top of every empty form
  useEffect(() => {
    window.scrollTo(0, 0)
    if (form.current) focusFirst(form.current)
  }, [round])
  useEffect(() => {
    if (issues.length > 0 && form.current) focusFirst(form.current, true)
  }, [issues])

  function empty() {
    setDraft({})
    setStaffNumber('')
    setWrong([])
    entering.clear()
    setRound((before) => before + 1)
  }
  async function enter(event: FormEvent) {
    event.preventDefault()
    if (entering.isRunning) return
    entering.clear()
    const answers = submittedAnswers(items, draft)
    const found = wrongAnswers(definition, answers)
    if (!isAnonymous && !staffNumber.trim())
      found.unshift({ path: 'staffNumber', message: enterPaperSentences.NEEDS_PERSON })
    else if (found.length === 0 && Object.keys(answers).length === 0)
      found.push({ path: '', message: '一题也没有录；空白的答卷不用录入。' })
    setWrong(found)
    if (found.length > 0) return
    const told = await entering.run({
      surveyId,
      revision,
      answers: answers as InputOf<typeof submitPaper>['answers'],
      ...(isAnonymous ? {} : { staffNumber }),
    })
    if (!told) return
    empty()
    setDone(({ sheets }) => ({ sheets: sheets + 1, entered: isAnonymous ? sheets + 1 : told.entered }))
  }
  const next = () => form.current && focusNext(form.current)
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.current?.requestSubmit()
  }
  const describePath = (path: string) => {
    const number = numbers.get(codeOf(path) ?? '')
    return number === undefined ? '' : `第 ${number} 题`
  }
  const wrongOf = (code: string) => issues.filter(({ path }) => codeOf(path) === code).map(({ message }) => message)
  const wrongNumber = issues.filter(({ path }) => path === 'staffNumber').map(({ message }) => message)
  return (
    <>
      <PageHead
        title={definition.title}
        about={
          <>
            <Tag>{isAnonymous ? '匿名' : '实名'}</Tag>
            {showInstant(closesAt, zone)} 结束 · <a href={linkTo('/survey/paper')}>换一份问卷</a>
          </>
        }
      />
      <Alert
        type='info'
        showIcon
        className='paper-about'
        message='录入的答卷会标明是纸质的。交了就不能再改，也不能撤回，请对照纸面看一遍再交。'
        description={
          <>
            {isAnonymous
              ? '这是匿名问卷，不记是谁录的、哪天录的，也查不出谁已经在手机上答过：请只录没有在手机上答的人。'
              : '每人只算一份：在手机上答过的人，不能再录。'}
            <br />
            数字键选答案（多选和排序，再按一次取消；10 分先按 1 再按 0），回车到下一题，Ctrl + 回车交这一份。
            <br />
            纸上答了、这里没有出现的题，不用录。
          </>
        }
      />
      <form
        ref={form}
        aria-label='纸质答卷'
        className='sheet paper-sheet'
        noValidate
        onSubmit={enter}
        onKeyDown={onKeyDown}
      >
        <h2>第 {countText(done.sheets + 1)} 份</h2>
        {!isAnonymous && (
          <div className='paper-question' data-wrong={wrongNumber.length > 0 || undefined}>
            <label htmlFor='paper-staff-number'>
              工号<em aria-hidden> *</em>
            </label>
            <Input
              id='paper-staff-number'
              autoComplete='off'
              maxLength={30}
              value={staffNumber}
              onChange={({ target }) => setStaffNumber(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
                event.preventDefault()
                next()
              }}
            />
            {wrongNumber.length > 0 && <p className='remark-error'>{wrongNumber.join('；')}</p>}
          </div>
        )}
        <div key={round}>
          {items
            .filter(({ code }) => visible.has(code))
            .map((item) => (
              <PaperQuestion
                key={item.code}
                item={item}
                number={numbers.get(item.code)}
                answer={draft[item.code]}
                wrong={wrongOf(item.code)}
                onAnswer={(answer) => setDraft((all) => ({ ...all, [item.code]: answer }))}
                onNext={next}
              />
            ))}
        </div>
        <footer>
          <TroubleNote
            trouble={wrong.length > 0 ? { sentence: '这一份还没有交，请先改好：', issues: wrong } : entering.trouble}
            describePath={describePath}
          >
            {entering.trouble?.fault === 'UNREACHABLE' && isAnonymous && (
              <div>这一份也许已经录进去了，再交可能会算成两份：请先在纸上做个记号，录下一份，最后再核对总份数。</div>
            )}
          </TroubleNote>
          <Button type='primary' htmlType='submit' size='large' loading={entering.isRunning}>
            交这一份，再录下一份
          </Button>
          {isDirty && (
            <Button type='text' size='large' disabled={entering.isRunning} onClick={empty}>
              清空，不交这一份
            </Button>
          )}
          <span role='status'>{done.sheets > 0 && `已录入，共 ${countText(done.entered)} 份`}</span>
        </footer>
      </form>
    </>
  )
}
