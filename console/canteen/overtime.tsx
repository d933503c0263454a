import { CopyOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, DatePicker, Empty, Skeleton, Space } from 'antd'
import dayjs from 'dayjs'
import { listOvertime } from '../../contract/canteen-headcount'
import { dayOf, isDay } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import './menu.css'
import './print.css'
import { CanteenSelect, NoCanteen } from './canteen-choice'
import { canteenSentences } from './sentences'
import { useCanteen } from './use-canteen'
import { dayText } from './words'

const heads = ['部门', '姓名', '工号', '份量', '备注', '签字']

/** Who has an overtime dinner on a day: the list that is signed at the window. */
export default function Overtime() {
  const { message } = App.useApp()
  const choice = useCanteen()
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), useZone())
  const said = params.get('day') ?? ''
  const day = isDay(said) ? said : today
  const { canteen } = choice
  const { value, trouble, isLoading, reload } = useAsk(
    listOvertime,
    canteen && { canteenId: canteen.canteenId, day },
    canteenSentences,
  )
  const rows = (value?.people ?? []).map(({ department, name, staffNumber, portion, note }) => [
    department,
    name,
    staffNumber,
    portion === 'half' ? '半份' : '整份',
    note,
  ])

  async function copy() {
    const text = [heads.slice(0, -1), ...rows].map((row) => row.join('\t')).join('\n')
    try {
      await navigator.clipboard.writeText(text)
      message.success(`已复制 ${rows.length} 人，可以粘贴到 Excel`)
    } catch {
      message.warning('浏览器没有允许复制，请在表格里选中后按 Ctrl+C。')
    }
  }

  return (
    <>
      <PageHead
        title='加班餐名单'
        about={<a href={linkTo('/canteen/headcount', { canteen: canteen?.canteenId, day })}>返回就餐人数</a>}
      >
        <CanteenSelect {...choice} />
      </PageHead>
      <NoCanteen {...choice} />
      {canteen && (
        <>
          <div className='menu-bar no-print'>
            <DatePicker
              aria-label='哪一天'
              allowClear={false}
              value={dayjs(day)}
              onChange={(next) => next && merge({ day: next.format('YYYY-MM-DD') })}
            />
            <span className='quiet'>名单含姓名和工号，查看会记入操作记录。</span>
            <Space>
              <Button icon={<CopyOutlined />} disabled={rows.length === 0} onClick={copy}>
                复制表格
              </Button>
              <Button
                type='primary'
                icon={<PrinterOutlined />}
                disabled={rows.length === 0}
                onClick={() => window.print()}
              >
                打印
              </Button>
            </Space>
          </div>
          <TroubleNote trouble={trouble} onRetry={reload} />
          {!value && isLoading && <Skeleton active />}
          {value && (
            <div className='sheet kitchen-sheet'>
              <h2>
                {value.canteen} 加班餐名单 · {dayText(value.day)} · 共 {rows.length} 人
              </h2>
              {rows.length === 0 ? (
                <Empty
                  image={Empty.PRESENTED_IMAGE_SIMPLE}
                  description='这一天还没有人订加班餐。职工在手机上报名后会出现在这里'
                />
              ) : (
                <table className='plain-table' aria-label='加班餐名单'>
                  <thead>
                    <tr>
                      {heads.map((head) => (
                        <th key={head} scope='col'>
                          {head}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((row) => (
                      <tr key={row[2]}>
                        {row.map((cell, at) => (
                          <td key={heads[at]}>{cell}</td>
                        ))}
                        <td className='sign-cell' />
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </div>
          )}
        </>
      )}
    </>
  )
}
