import { Empty, Skeleton, Table, Tag } from 'antd'
import { getPaperQuestionnaire, listPaperSurveys, type PaperSurvey } from '../../contract/survey-answering'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { PaperSheets } from './paper-sheets'
import { noRefusals, paperSentences } from './sentences'

/** Paper questionnaires are typed in: first of which survey, then one sheet after the other. */
export default function Paper() {
  const [params] = useParams()
  const surveyId = params.get('id')
  return surveyId ? <OfSurvey key={surveyId} surveyId={surveyId} /> : <OpenSurveys />
}

function OfSurvey({ surveyId }: { surveyId: string }) {
  const { value, trouble, reload } = useAsk(getPaperQuestionnaire, { surveyId }, paperSentences)
  if (value) return <PaperSheets questionnaire={value} />
  if (!trouble) return <Skeleton active paragraph={{ rows: 12 }} />
  return (
    <TroubleNote trouble={trouble} onRetry={trouble.refusal ? undefined : reload}>
      <div>
        <a href={linkTo('/survey/paper')}>看可以录入的问卷</a>
      </div>
    </TroubleNote>
  )
}

function OpenSurveys() {
  const zone = useZone()
  const { value, trouble, isLoading, reload } = useAsk(listPaperSurveys, {}, noRefusals)
  return (
    <>
      <PageHead title='录入纸质答卷' about='有同事用纸答了问卷，在这里替他们录进来。先选是哪一份问卷。' />
      <TroubleNote trouble={trouble} onRetry={reload} />
      <div className='sheet'>
        <Table<PaperSurvey>
          size='middle'
          rowKey='surveyId'
          loading={isLoading}
          pagination={false}
          dataSource={value?.items}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='现在没有进行中的问卷' /> }}
          columns={[
            {
              title: '标题',
              className: 'broad-cell',
              render: (_, { surveyId, title }) => <a href={linkTo('/survey/paper', { id: surveyId })}>{title}</a>,
            },
            { title: '答法', width: 120, render: (_, { isAnonymous }) => <Tag>{isAnonymous ? '匿名' : '实名'}</Tag> },
            {
              title: '结束',
              className: 'whole-line',
              width: 200,
              render: (_, { closesAt }) => showInstant(closesAt, zone),
            },
          ]}
        />
      </div>
    </>
  )
}
