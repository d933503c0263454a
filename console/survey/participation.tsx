import { BellOutlined, FormOutlined } from '@ant-design/icons'
import { App, Button, DatePicker, Progress, Skeleton, Space, Table } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { closeSurvey, remindAudience } from '../../contract/survey'
import { getParticipation } from '../../contract/survey-results'
import { linkTo } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { FigureCards } from '../ui/report/figure-cards'
import { countText, nothing, percentOf } from '../ui/report/figures'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { participationSentences } from './result-sentences'
import { closeSentences, remindSentences } from './sentences'
import { instantOf } from './zone-time'

interface Props {
  surveyId: string
  isOpen: boolean
  closesAt?: string
  onChanged: () => void
}

const percentText = (part: number, all: number) => {
  const percent = percentOf(part, all)
  return percent === undefined ? nothing : `${percent.toFixed(1)}%`
}

const hidden = <span className='quiet'>不显示</span>

/** What can be done while a survey is open: remind, close now, keep it open longer. */
function OpenActs({ surveyId, closesAt, onChanged }: Omit<Props, 'isOpen'>) {
  const { message, modal } = App.useApp()
  const zone = useZone()
  const reminding = useTask(remindAudience, remindSentences)
  const closing = useTask(closeSurvey, closeSentences)
  const [until, setUntil] = useState<Dayjs | null>(null)

  async function remind() {
    const told = await reminding.run({ surveyId })
    if (told) message.success(`已提醒 ${countText(told.reminded)} 位还没有答的同事`)
  }
  async function close(at?: string) {
    const closed = await closing.run({ surveyId, closesAt: at })
    if (!closed) return
    message.success(at ? `改为 ${showInstant(closed.closesAt, zone)} 结束` : '已结束，可以看结果了')
    setUntil(null)
    onChanged()
  }
  return (
    <div className='open-acts'>
      <TroubleNote trouble={reminding.trouble ?? closing.trouble} />
      <Space wrap>
        <Button icon={<BellOutlined />} loading={reminding.isRunning} onClick={remind}>
          提醒还没有答的人
        </Button>
        <Button icon={<FormOutlined />} href={linkTo('/survey/paper', { id: surveyId })}>
          录入纸质答卷
        </Button>
        <DatePicker
          aria-label='延长到'
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          format='YYYY-MM-DD HH:mm'
          placeholder='延长到…'
          value={until}
          onChange={setUntil}
        />
        {until && (
          <Button loading={closing.isRunning} onClick={() => close(instantOf(until, zone))}>
            延长
          </Button>
        )}
        <Button
          danger
          loading={closing.isRunning}
          onClick={() =>
            modal.confirm({
              title: '现在就结束这份问卷？',
              content: '还没有答的人不能再答，结束以后不能重新打开。',
              okText: '结束',
              okButtonProps: { danger: true },
              onOk: () => close(),
            })
          }
        >
          提前结束
        </Button>
        {closesAt && <span className='quiet'>{showInstant(closesAt, zone)} 结束；提醒每天最多一次。</span>}
      </Space>
    </div>
  )
}

/** How many of those invited have answered, in all and by department; never who answered what. */
export function Participation({ isOpen, ...survey }: Props) {
  const { value, trouble, isLoading, reload } = useAsk(
    getParticipation,
    { surveyId: survey.surveyId },
    participationSentences,
  )
  return (
    <>
      {isOpen && <OpenActs {...survey} />}
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && isLoading && <Skeleton active />}
      {value && (
        <>
          <FigureCards
            cards={[
              { name: '邀请', value: `${countText(value.invited)} 人` },
              { name: '答了', value: `${countText(value.answered)} 人` },
              { name: '回收率', value: percentText(value.answered, value.invited) },
            ]}
          />
          <section className='sheet' aria-label='各部门'>
            <Table
              size='middle'
              rowKey='name'
              pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
              dataSource={value.departments}
              columns={[
                { title: '部门', dataIndex: 'name', className: 'broad-cell' },
                { title: '邀请', align: 'right', width: 100, render: (_, { invited }) => countText(invited) },
                {
                  title: '答了',
                  align: 'right',
                  width: 100,
                  render: (_, { answered }) => (answered === undefined ? hidden : countText(answered)),
                },
                {
                  title: '回收率',
                  width: 280,
                  sorter: (a, b) => (a.answered ?? 0) / a.invited - (b.answered ?? 0) / b.invited,
                  render: (_, { invited, answered }) =>
                    answered === undefined ? (
                      hidden
                    ) : (
                      <Progress
                        percent={percentOf(answered, invited) ?? 0}
                        format={() => percentText(answered, invited)}
                        status='normal'
                        size='small'
                      />
                    ),
                },
              ]}
            />
            <p className='quiet'>
              不到 5 个人的部门合在一起；答了的或没答的不到 5
              个人，不显示有几个。这里只看有多少人答了；答了什么，匿名问卷里谁也查不到。
            </p>
          </section>
        </>
      )}
    </>
  )
}
