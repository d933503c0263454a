import { Alert, Button, Modal, Result } from 'antd'
import { useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { publishSurvey } from '../../contract/survey'
import { itemsOf } from '../../contract/survey-definition'
import { linkTo } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { countText } from '../ui/report/figures'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { publishSentences } from './sentences'
import type { SurveyContent } from './use-survey-draft'

interface Props {
  survey: SurveyContent & { surveyId: string; audienceText: string }
  /** What was saved just now is still being read: whom it is for may change. */
  isLoading: boolean
  /** What was saved last; another one since then is refused. */
  revision: number
  onClose: () => void
  onPublished: () => void
}

/** Publishes a survey after saying in words what will happen: who is asked, when, and what cannot be changed again. */
export function PublishSurvey({ survey, isLoading, revision, onClose, onPublished }: Props) {
  const zone = useZone()
  const task = useTask(publishSurvey, publishSentences)
  const [done, setDone] = useState<ValueOf<typeof publishSurvey>>()
  const { surveyId, definition, audienceText, isAnonymous, opensAt, closesAt, resultsWhen, isOpenToStaff } = survey
  const questions = itemsOf(definition).filter(({ kind }) => kind !== 'section').length
  const isLater = opensAt !== undefined && Date.parse(opensAt) > Date.now()

  async function publish() {
    const published = await task.run({ surveyId, revision })
    if (published) setDone(published)
  }

  if (done) {
    return (
      <Modal open footer={null} onCancel={onPublished} title='已发布'>
        <Result
          status='success'
          title={`已邀请 ${countText(done.invited)} 人`}
          subTitle={`${showInstant(done.opensAt, zone)} 开始，${showInstant(done.closesAt, zone)} 结束。结束前两天会自动提醒还没有答的人。`}
          extra={[
            <Button key='see' type='primary' href={linkTo('/survey/result', { id: surveyId, tab: 'participation' })}>
              看参与情况
            </Button>,
            <Button key='done' onClick={onPublished}>
              完成
            </Button>,
          ]}
        />
      </Modal>
    )
  }
  return (
    <Modal
      open
      width={600}
      title={`发布“${definition.title}”`}
      okText='发布'
      okButtonProps={{ autoFocus: true, disabled: isLoading }}
      confirmLoading={task.isRunning}
      onCancel={onClose}
      onOk={publish}
    >
      <TroubleNote trouble={task.trouble} />
      <p>发布以后会这样：</p>
      <ul className='publish-list'>
        <li>
          邀请 <b>{audienceText}</b>，名单在发布时确定；后来入职的人不在内。
        </li>
        <li>
          {isLater ? <b>{showInstant(opensAt, zone)}</b> : <b>立即</b>}开始，
          {closesAt ? (
            <>
              <b>{showInstant(closesAt, zone)}</b> 结束
            </>
          ) : (
            <b>一周后结束</b>
          )}
          ；共 {questions} 题，每人只能答一次。
        </li>
        <li>
          {resultsWhen === 'tenAnswers' ? '满 10 份答卷以后' : '结束以后'}
          {isOpenToStaff ? '，职工和管理人员都能看结果' : '，只有管理人员能看结果'}；少于 5 人的数字不显示。
        </li>
      </ul>
      <Alert
        type='warning'
        showIcon
        message={isAnonymous ? '题目和匿名从此不能再改' : '题目和实名从此不能再改'}
        description={
          isAnonymous
            ? '匿名是说到做到的：只记下谁答过；答卷另外存放，和名单对不起来，您和管理员都查不到谁答了什么。'
            : '这是实名问卷：答卷上有姓名，手机上会先告诉答的人。'
        }
      />
    </Modal>
  )
}
