import { Button, Drawer, Space, Upload } from 'antd'
import { useState } from 'react'
import type { InputOf } from '../../contract/procedure'
import { createSurvey, type TemplateWord } from '../../contract/survey'
import { linkTo } from '../address'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { PasteSurvey } from './paste-survey'
import { createSentences } from './sentences'
import { describeSurveyPath, readSurveyFile } from './survey-file'
import { templateNames, templateNotes } from './words'

/** Opens the editor on a survey. */
export function openEditor(surveyId: string): void {
  window.location.hash = linkTo('/survey/edit', { id: surveyId }).slice(1)
}

/** Begins a survey: of a template, of a JSON file, of pasted text. */
export function NewSurvey({ onClose }: { onClose: () => void }) {
  const task = useTask(createSurvey, createSentences)
  const [isPasting, setIsPasting] = useState(false)
  const [wrongFile, setWrongFile] = useState('')

  async function make(input: InputOf<typeof createSurvey>) {
    setWrongFile('')
    const made = await task.run(input)
    if (made) openEditor(made.surveyId)
  }
  async function takeFile(file: File) {
    const read = await readSurveyFile(file)
    if ('wrong' in read) setWrongFile(read.wrong)
    else await make({ definition: read.definition })
  }

  return (
    <Drawer open width={560} title='新建问卷' onClose={onClose}>
      <TroubleNote trouble={task.trouble} describePath={describeSurveyPath} />
      {wrongFile && (
        <p role='alert' className='remark-error'>
          {wrongFile}
        </p>
      )}
      <p className='quiet'>选一个模板，题目都可以再改；发布以前别人看不到。</p>
      <div className='template-list'>
        {(Object.keys(templateNames) as TemplateWord[]).map((template) => (
          <button key={template} type='button' disabled={task.isRunning} onClick={() => make({ template })}>
            <strong>{templateNames[template]}</strong>
            <span className='quiet'>{templateNotes[template]}</span>
          </button>
        ))}
      </div>
      <h2 className='section'>已经有题目</h2>
      <Space wrap>
        <Button onClick={() => setIsPasting(true)}>粘贴文字</Button>
        <Upload
          accept='.json,application/json'
          showUploadList={false}
          beforeUpload={(file) => {
            void takeFile(file)
            return false
          }}
        >
          <Button>选择 JSON 文件</Button>
        </Upload>
      </Space>
      {isPasting && (
        <PasteSurvey
          okText='建成草稿'
          isBusy={task.isRunning}
          onClose={() => setIsPasting(false)}
          onTake={(definition) => make({ definition })}
        />
      )}
    </Drawer>
  )
}
