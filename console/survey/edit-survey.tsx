import { RedoOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons'
import { Alert, App, Button, Dropdown, Skeleton, Space, Tag } from 'antd'
import { useRef, useState } from 'react'
import { itemsOf } from '../../contract/survey-definition'
import { linkTo, useParams } from '../address'
import { TroubleNote } from '../ui/trouble-note'
import { useAskedLinks } from '../ui/use-asked-links'
import { appendItems } from './definition-edits'
import { FindingsNote } from './findings-note'
import { ItemList } from './item-list'
import { PasteSurvey } from './paste-survey'
import { PhonePreview } from './phone-preview'
import { PublishSurvey } from './publish-survey'
import { SettingsPanel } from './settings-panel'
import './survey.css'
import { describeSurveyPath, downloadSurvey, readSurveyFile } from './survey-file'
import { useFindings } from './use-findings'
import { useSaveKey } from './use-save-key'
import { useSurveyDraft } from './use-survey-draft'
import { statusNames } from './words'

/** Makes one survey: settings above, items on the left, the phone on the right. */
export default function EditSurvey() {
  const { message, modal } = App.useApp()
  const [params] = useParams()
  const draft = useSurveyDraft(params.get('id') ?? '')
  const [opened, setOpened] = useState<string>()
  const [isPasting, setIsPasting] = useState(false)
  const [publishing, setPublishing] = useState<number>()
  const chooser = useRef<HTMLInputElement>(null)
  const { asked, content, edit, isDirty } = draft
  const { findings, isUnfinished, isOld } = useFindings(content?.definition)
  useAskedLinks(isDirty, (go) => {
    modal.confirm({
      title: '改动还没有保存',
      content: '离开以后这些改动会丢失。',
      okText: '放弃改动',
      cancelText: '继续编辑',
      onOk: go,
    })
  })
  useSaveKey(() => {
    if (isDirty && !draft.isSaving && survey?.status === 'draft') void save()
  })
  const survey = asked.value

  if (!content || !survey) {
    return (
      <>
        <TroubleNote trouble={asked.trouble} onRetry={draft.reload}>
          {asked.trouble?.refusal && <a href={linkTo('/survey/list')}>回到问卷列表</a>}
        </TroubleNote>
        {!asked.trouble && <Skeleton active paragraph={{ rows: 12 }} />}
      </>
    )
  }
  const { definition } = content
  const items = itemsOf(definition)
  const isReadOnly = survey.status !== 'draft'
  const errors = findings.filter(({ level }) => level === 'error').length

  async function save() {
    if (isUnfinished) {
      const first = findings.find(({ item }) => item)?.item
      if (first) open(first)
      return void message.warning('还有没写完的地方，写完标红的再保存')
    }
    const revision = await draft.save()
    if (revision !== undefined) message.success('已保存')
  }
  async function publish() {
    const revision = await draft.save()
    if (revision !== undefined) setPublishing(revision)
  }
  async function takeFile(file: File) {
    const read = await readSurveyFile(file)
    if ('wrong' in read) return void modal.error({ title: '文件没有载入', content: read.wrong, okText: '知道了' })
    edit({ definition: read.definition })
    message.success('已载入文件里的题目，看过没问题再保存；不对可以撤销')
  }
  function open(code: string) {
    setOpened(code)
    setTimeout(() => document.getElementById(`item-${code}`)?.scrollIntoView({ block: 'nearest' }))
  }

  return (
    <>
      <header className='survey-head'>
        <div>
          <a href={linkTo('/survey/list')}>问卷</a> /<h1>{definition.title || '（还没写标题）'}</h1>
          <Tag color={statusNames[survey.status].colour}>{statusNames[survey.status].word}</Tag>
          <span role='status' className='quiet'>
            {isReadOnly ? '' : draft.isSaving ? '正在保存…' : isDirty ? '有改动还没有保存' : '已保存'}
          </span>
        </div>
        <Space wrap size={8}>
          {!isReadOnly && (
            <>
              <Button
                icon={<UndoOutlined />}
                aria-label='撤销'
                title='撤销'
                disabled={!draft.canUndo}
                onClick={draft.undo}
              />
              <Button
                icon={<RedoOutlined />}
                aria-label='重做'
                title='重做'
                disabled={!draft.canRedo}
                onClick={draft.redo}
              />
              <Button onClick={() => setIsPasting(true)}>粘贴题目</Button>
            </>
          )}
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'down', label: '下载 JSON', onClick: () => downloadSurvey(definition) },
                {
                  key: 'up',
                  disabled: isReadOnly,
                  label: '载入 JSON（代替现在的题目）',
                  onClick: () => chooser.current?.click(),
                },
              ],
            }}
          >
            <Button>文件</Button>
          </Dropdown>
          {isReadOnly ? (
            <Button type='primary' href={linkTo('/survey/result', { id: survey.surveyId })}>
              看结果
            </Button>
          ) : (
            <>
              <Button icon={<SaveOutlined />} disabled={!isDirty} loading={draft.isSaving} onClick={save}>
                保存
              </Button>
              <Button
                type='primary'
                disabled={items.length === 0 || errors > 0 || isOld || draft.isSaving}
                title={errors > 0 ? '改好标红的地方才能发布' : undefined}
                onClick={publish}
              >
                发布
              </Button>
            </>
          )}
        </Space>
      </header>
      <input
        ref={chooser}
        type='file'
        hidden
        accept='.json,application/json'
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) void takeFile(file)
          // the same file, put right, may be chosen once more
          currentTarget.value = ''
        }}
      />
      <TroubleNote trouble={draft.trouble} describePath={describeSurveyPath}>
        {draft.trouble?.refusal === 'CHANGED_MEANWHILE' && (
          <div>
            <Button size='small' onClick={draft.reload}>
              载入最新内容
            </Button>
          </div>
        )}
      </TroubleNote>
      {isReadOnly && (
        <Alert
          type='info'
          showIcon
          className='survey-frozen'
          message='这份问卷已经发布，题目不能再改。要再问一次，请在列表里“复制成新草稿”。'
        />
      )}
      {definition.coreVersion && !isReadOnly && (
        <Alert
          type='info'
          showIcon
          className='survey-frozen'
          message='核心八题每个季度都用同样的措辞，才能互相比较，所以不能改；要多问的题请加在后面。'
        />
      )}
      {!isReadOnly && <SettingsPanel content={content} onEdit={edit} />}
      {!isReadOnly && <FindingsNote findings={findings} items={items} onOpen={open} />}
      <div className='survey-desk'>
        <ItemList
          definition={definition}
          findings={findings}
          isReadOnly={isReadOnly}
          opened={opened}
          onOpen={setOpened}
          onEdit={(next, field) => edit({ definition: next }, field)}
          onUndo={draft.undo}
        />
        <PhonePreview definition={definition} isAnonymous={content.isAnonymous} opened={opened} />
      </div>
      {isPasting && (
        <PasteSurvey
          okText='加到后面'
          onClose={() => setIsPasting(false)}
          onTake={(pasted) => {
            edit({ definition: appendItems(definition, pasted) })
            setIsPasting(false)
          }}
        />
      )}
      {publishing !== undefined && (
        <PublishSurvey
          survey={{ ...survey, ...content }}
          isLoading={asked.isLoading}
          revision={publishing}
          onClose={() => setPublishing(undefined)}
          onPublished={() => {
            setPublishing(undefined)
            draft.reload()
          }}
        />
      )}
    </>
  )
}
