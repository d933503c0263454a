import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Progress, Space, Tag } from 'antd'
import { createSurvey, listSurveys, removeSurvey, type SurveyBrief, type SurveyStatus } from '../../contract/survey'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { PagedTable } from '../ui/paged-table'
import { countText, percentOf } from '../ui/report/figures'
import { SearchBox } from '../ui/search-box'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { useTask } from '../ui/use-task'
import { NewSurvey, openEditor } from './new-survey'
import { createSentences, noRefusals, removeSentences } from './sentences'
import { StatusFilter } from './status-filter'
import './survey.css'
import { statusNames } from './words'

const editLink = ({ surveyId }: SurveyBrief) => linkTo('/survey/edit', { id: surveyId })
const resultLink = ({ surveyId }: SurveyBrief) => linkTo('/survey/result', { id: surveyId })

function Answered({ survey: { status, invited, answered } }: { survey: SurveyBrief }) {
  if (status === 'draft') return <span className='quiet'>还没有发布</span>
  return (
    <div className='answered-cell'>
      <span>
        {countText(answered)} / {countText(invited)}
      </span>
      <Progress percent={percentOf(answered, invited) ?? 0} size='small' aria-label='回收率' />
    </div>
  )
}

/** All surveys: those being made, those being answered, those to be read. */
export default function Surveys() {
  const { modal } = App.useApp()
  const [params, merge] = useParams()
  const zone = useZone()
  const query = params.get('query') ?? ''
  const status = (params.get('status') || undefined) as SurveyStatus | undefined
  const cursor = useCursor(`${status} ${query}`)
  const asked = useAsk(listSurveys, { status, query, cursor: cursor.at }, noRefusals)
  const copying = useTask(createSurvey, createSentences)
  const removing = useTask(removeSurvey, removeSentences)
  const isFiltered = query !== '' || status !== undefined
  const begin = (
    <Button type='primary' icon={<PlusOutlined />} onClick={() => merge({ new: '1' })}>
      新建问卷
    </Button>
  )

  async function copy({ surveyId }: SurveyBrief) {
    const made = await copying.run({ copyOf: surveyId })
    if (made) openEditor(made.surveyId)
  }
  const remove = (survey: SurveyBrief) =>
    modal.confirm({
      title: `删除草稿“${survey.title}”？`,
      content: '还没有人答过它。删除以后找不回来。',
      okText: '删除',
      okButtonProps: { danger: true },
      onOk: async () => {
        if (await removing.run({ surveyId: survey.surveyId })) asked.reload()
      },
    })

  return (
    <>
      <PageHead title='问卷' about='短一点、匿名、问完有下文：先做草稿，发布后职工在手机上答，结束后看结果。'>
        {begin}
      </PageHead>
      <search className='filters'>
        <StatusFilter names={statusNames} status={status} onChange={(next) => merge({ status: next })} />
        <SearchBox label='搜索问卷' placeholder='标题' value={query} onSearch={(next) => merge({ query: next })} />
      </search>
      <TroubleNote trouble={copying.trouble ?? removing.trouble} />
      <div className='sheet'>
        <PagedTable<SurveyBrief>
          label='问卷'
          rowKey='surveyId'
          asked={asked}
          cursor={cursor}
          empty={isFiltered ? '没有找到这样的问卷，换个词或看全部' : '还没有问卷。选一个模板，改几道题就能发布'}
          emptyAction={isFiltered ? <Button onClick={() => merge({ query: '', status: '' })}>看全部</Button> : begin}
          columns={[
            {
              title: '标题',
              className: 'broad-cell',
              render: (_, survey) => (
                <a href={survey.status === 'draft' ? editLink(survey) : resultLink(survey)}>
                  {survey.title || '（还没写标题）'}
                </a>
              ),
            },
            {
              title: '状态',
              className: 'whole-line',
              render: (_, survey) => {
                const { word, colour } = statusNames[survey.status]
                const isComing = survey.status === 'published' && Date.parse(survey.opensAt ?? '') > Date.now()
                return (
                  <>
                    <Tag color={isComing ? 'gold' : colour}>{isComing ? '等待开始' : word}</Tag>
                    <Tag>{survey.isAnonymous ? '匿名' : '实名'}</Tag>
                  </>
                )
              },
            },
            { title: '已答 / 邀请', width: 190, render: (_, survey) => <Answered survey={survey} /> },
            {
              title: '结束',
              className: 'whole-line',
              render: (_, { closesAt }) =>
                closesAt ? showInstant(closesAt, zone) : <span className='quiet'>未定</span>,
            },
            {
              title: '最后修改',
              className: 'whole-line',
              render: (_, { changedAt, createdBy }) => (
                <>
                  {showInstant(changedAt, zone)} <span className='quiet'>{createdBy}</span>
                </>
              ),
            },
            {
              title: '',
              align: 'right',
              className: 'whole-line',
              render: (_, survey) => (
                <Space size={4}>
                  {survey.status === 'draft' ? (
                    <a href={editLink(survey)}>编辑</a>
                  ) : (
                    <a href={resultLink(survey)}>结果</a>
                  )}
                  <Dropdown
                    trigger={['click']}
                    menu={{
                      items: [
                        { key: 'copy', label: '复制成新草稿', onClick: () => copy(survey) },
                        ...(survey.status === 'draft'
                          ? [{ key: 'remove', label: '删除草稿', danger: true, onClick: () => remove(survey) }]
                          : [{ key: 'look', label: <a href={editLink(survey)}>看题目</a> }]),
                      ],
                    }}
                  >
                    <Button type='text' size='small' aria-label={`${survey.title}的更多操作`}>
                      更多
                    </Button>
                  </Dropdown>
                </Space>
              ),
            },
          ]}
        />
      </div>
      {params.get('new') && <NewSurvey onClose={() => merge({ new: '' })} />}
    </>
  )
}
