import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown, Skeleton, Tabs, Tag } from 'antd'
import { getSurvey } from '../../contract/survey'
import { exportResults } from '../../contract/survey-results'
import { linkTo, useParams } from '../address'
import { download } from '../ui/files'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { CrossTab } from './cross-tab'
import { Participation } from './participation'
import { ResultFigures } from './result-figures'
import { exportSentences } from './result-sentences'
import './result.css'
import { surveySentences } from './sentences'
import './survey.css'
import { statusNames } from './words'

/** What came of a survey: its figures, two questions against each other, and who took part. */
export default function Result() {
  const [params, merge] = useParams()
  const surveyId = params.get('id') ?? ''
  const { value, trouble, reload } = useAsk(getSurvey, { surveyId }, surveySentences)
  const exporting = useTask(exportResults, exportSentences)

  async function save(format: 'xlsx' | 'csv') {
    const file = await exporting.run({ surveyId, format })
    if (file) download(file)
  }

  if (!value) {
    return trouble ? (
      <TroubleNote trouble={trouble} onRetry={reload}>
        <div>
          <a href={linkTo('/survey/list')}>回到问卷列表</a>
        </div>
      </TroubleNote>
    ) : (
      <Skeleton active paragraph={{ rows: 12 }} />
    )
  }
  const { status, title, isAnonymous } = value
  const { word, colour } = statusNames[status]
  return (
    <>
      <PageHead
        title={title}
        about={
          <>
            <Tag color={colour}>{word}</Tag>
            <Tag>{isAnonymous ? '匿名' : '实名'}</Tag>
            <a href={linkTo('/survey/list')}>回到问卷列表</a>
          </>
        }
      >
        <Button href={linkTo('/survey/edit', { id: surveyId })}>看题目</Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'xlsx', label: 'Excel（附编码表）', onClick: () => save('xlsx') },
              { key: 'csv', label: 'CSV', onClick: () => save('csv') },
            ],
          }}
        >
          <Button icon={<DownloadOutlined />} loading={exporting.isRunning} disabled={status === 'draft'}>
            导出
          </Button>
        </Dropdown>
      </PageHead>
      <TroubleNote trouble={exporting.trouble} />
      {status === 'draft' ? (
        <div className='sheet'>
          这份问卷还没有发布。<a href={linkTo('/survey/edit', { id: surveyId })}>去编辑和发布</a>
        </div>
      ) : (
        <Tabs
          activeKey={params.get('tab') ?? 'figures'}
          onChange={(tab) => merge({ tab })}
          destroyOnHidden
          items={[
            { key: 'figures', label: '结果', children: <ResultFigures surveyId={surveyId} /> },
            { key: 'cross', label: '交叉分析', children: <CrossTab surveyId={surveyId} /> },
            {
              key: 'participation',
              label: '参与情况',
              children: (
                <Participation
                  surveyId={surveyId}
                  isOpen={status === 'published'}
                  closesAt={value.closesAt}
                  onChanged={reload}
                />
              ),
            },
          ]}
        />
      )}
    </>
  )
}
