import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { readSurveyText } from '../../contract/survey'
import { itemsOf, type SurveyDefinition } from '../../contract/survey-definition'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { pasteSentences } from './sentences'
import { wholeDefinition } from './survey-file'
import { kindNames } from './words'

interface Props {
  okText: string
  /** Whether what is done with it still runs. */
  isBusy?: boolean
  onTake: (definition: SurveyDefinition) => void
  onClose: () => void
}

const example = `1、您对食堂的午餐满意吗？[单选题]
满意
一般
不满意
2、哪些方面需要改进？[多选题]
口味
价格
排队
3、还有什么想说的？[问答题]`

/** Turns text into questions: pasted, read, looked at, taken. */
export function PasteSurvey({ okText, isBusy = false, onTake, onClose }: Props) {
  const [text, setText] = useState('')
  const [read, setRead] = useState<{ definition?: SurveyDefinition; notes: { line: number; message: string }[] }>()
  const task = useTask(readSurveyText, pasteSentences)
  const items = read?.definition ? itemsOf(read.definition) : []

  async function look() {
    const result = await task.run({ text })
    if (result) setRead({ ...result, definition: result.definition && wholeDefinition(result.definition) })
  }

  return (
    <Modal
      open
      width={760}
      title='粘贴题目'
      okText={items.length > 0 ? okText : '识别'}
      okButtonProps={{ disabled: text.trim() === '' }}
      confirmLoading={task.isRunning || isBusy}
      onCancel={onClose}
      onOk={() => (read?.definition ? onTake(read.definition) : look())}
    >
      <p className='quiet'>从 Word 或问卷网站复制过来，每题一行，写上题型，下面每行一个选项。</p>
      <Input.TextArea
        aria-label='题目文字'
        autoFocus
        rows={10}
        maxLength={100_000}
        placeholder={example}
        value={text}
        onChange={({ target }) => {
          setText(target.value)
          setRead(undefined)
        }}
      />
      {text === '' && (
        <Button size='small' type='link' onClick={() => setText(example)}>
          填入例子
        </Button>
      )}
      <TroubleNote trouble={task.trouble} />
      {read && (
        <section aria-label='识别结果' className='paste-result'>
          <p role='status'>认出 {items.length} 题：</p>
          <ol>
            {items.map(({ code, title, kind }) => (
              <li key={code}>
                {title} <span className='quiet'>{kindNames[kind]}</span>
              </li>
            ))}
          </ol>
          {read.notes.length > 0 && (
            <Alert
              type='warning'
              showIcon
              message={`有 ${read.notes.length} 处没有看懂`}
              description={
                <ul className='plain-list'>
                  {read.notes.map(({ line, message }) => (
                    <li key={`${line} ${message}`}>
                      第 {line} 行：{message}
                    </li>
                  ))}
                </ul>
              }
            />
          )}
        </section>
      )}
    </Modal>
  )
}
