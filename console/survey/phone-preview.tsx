import { Button, Progress, Space } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { askedItems } from '../../contract/survey-jumps'
import { type Answers, visibleCodes } from '../../contract/survey-logic'
import './preview.css'
import { PreviewItem } from './preview-item'

interface Props {
  definition: SurveyDefinition
  isAnonymous: boolean
  /** The item that is worked at: its page is shown. */
  opened?: string
}

/** The survey as on the phone, page by page, answering as one goes: the same rules of visibility as there. */
export function PhonePreview({ definition, isAnonymous, opened }: Props) {
  const [answers, setAnswers] = useState<Answers>({})
  const [at, setAt] = useState(0)
  // jumps are compiled to visibility, as for the phone
  const items = useMemo(() => askedItems(definition), [definition])
  const visible = visibleCodes(items, answers)
  const openedPage = definition.pages.findIndex((page) => page.items.some(({ code }) => code === opened))
  useEffect(() => {
    if (openedPage >= 0) setAt(openedPage)
  }, [openedPage])

  const last = definition.pages.length - 1
  const here = Math.min(at, last)
  const page = definition.pages[here]?.items ?? []
  const shown = page.filter(({ code }) => visible.has(code))
  const hidden = page.length - shown.length
  // numbered by what is shown, as the one who answers counts
  const asked = items.filter(({ code, kind }) => kind !== 'section' && visible.has(code))
  const isHidden = opened !== undefined && openedPage === here && !visible.has(opened)

  return (
    <aside aria-label='手机预览' className='preview'>
      <div className='preview-bar'>
        <span>手机预览</span>
        <Button
          size='small'
          type='link'
          onClick={() => {
            setAnswers({})
            setAt(0)
          }}
        >
          重新试填
        </Button>
      </div>
      <div className='phone'>
        <div className='phone-top'>{definition.title || '（还没写标题）'}</div>
        <Progress
          percent={Math.round(((here + 1) / (last + 1)) * 100)}
          showInfo={false}
          size='small'
          status='normal'
          aria-label='进度'
        />
        <div className='phone-page'>
          {here === 0 && definition.intro && <p className='preview-intro'>{definition.intro}</p>}
          {here === 0 && (
            <p className='preview-promise'>
              {isAnonymous ? '匿名问卷：谁答了什么，没有人能查到。' : '实名问卷：答卷上有您的姓名。'}
            </p>
          )}
          {shown.map((item) => {
            const number = asked.findIndex(({ code }) => code === item.code)
            return (
              <PreviewItem
                key={item.code}
                item={item}
                number={number < 0 ? undefined : number + 1}
                answer={answers[item.code]}
                onAnswer={(answer) => setAnswers((all) => ({ ...all, [item.code]: answer }))}
              />
            )
          })}
          {shown.length === 0 && <p className='quiet'>这一页现在没有要答的题，手机上会自动跳过。</p>}
          {here === last && definition.thanks && <p className='preview-intro'>{definition.thanks}</p>}
        </div>
        <Space className='phone-foot'>
          <Button disabled={here === 0} onClick={() => setAt(here - 1)}>
            上一页
          </Button>
          <Button type='primary' disabled={here === last} onClick={() => setAt(here + 1)}>
            {here === last ? '提交' : '下一页'}
          </Button>
        </Space>
      </div>
      <p role='status' className='quiet preview-note'>
        {isHidden
          ? '正在编辑的这一题现在不显示：先在预览里选到满足条件的答案。'
          : hidden > 0
            ? `这一页有 ${hidden} 题因为条件没有满足而不显示，试着换个答案看看。`
            : '在这里可以直接试着填，看看下一题会不会出现。'}
      </p>
    </aside>
  )
}
