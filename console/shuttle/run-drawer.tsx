import { PrinterOutlined } from '@ant-design/icons'
import { App, Button, Drawer, Popconfirm, Skeleton, Space } from 'antd'
import { boardRider, getManifest, type Run } from '../../contract/shuttle-fleet'
import { closeRun } from '../../contract/shuttle-vehicles'
import { linkTo } from '../address'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useRefresh } from '../ui/use-refresh'
import { useTask } from '../ui/use-task'
import { ManifestStops } from './manifest-stops'
import { RunState } from './run-state'
import { runName } from './runs-table'
import { boardSentences, closeSentences, manifestSentences } from './sentences'
import { dayText } from './words'

interface Props {
  run: Run
  onClose: () => void
  onChanged: () => void
}

const refreshMs = 15_000

/** Who rides a run, stop by stop; riders are let on by hand, and the run is closed when it is over. */
export function RunDrawer({ run, onClose, onChanged }: Props) {
  const { message } = App.useApp()
  const { tripId, day } = run
  const { value, trouble, reload } = useAsk(getManifest, { tripId, day }, manifestSentences)
  const close = useTask(closeRun, closeSentences)
  const walkIn = useTask(boardRider, boardSentences)
  useRefresh(reload, refreshMs, true)
  const shown = value?.run ?? run
  const changed = () => {
    reload()
    onChanged()
  }

  async function finish() {
    const done = await close.run({ tripId, day })
    if (!done) return
    message.success(
      done.noShows > 0 ? `已结束，${done.noShows} 人没有乘车，已记入爽约记录` : '已结束，预约的人都上了车',
    )
    changed()
  }

  async function letOn() {
    if (await walkIn.run({ tripId, day })) changed()
  }

  return (
    <Drawer
      open
      width={720}
      title={runName(run)}
      onClose={onClose}
      extra={
        <Button icon={<PrinterOutlined />} href={linkTo('/shuttle/manifest', { trip: tripId, day })}>
          打印名单
        </Button>
      }
    >
      <div className='run-facts'>
        <span>{dayText(day)}</span>
        <RunState run={shown} />
        <span>{[shown.plate || '未派车', shown.driver || '未派司机'].join(' · ')}</span>
      </div>
      <dl className='run-counts'>
        {[
          { name: '预约', count: shown.reserved, unit: `人 / ${shown.seats} 座` },
          { name: '已上车', count: shown.boarded, unit: '人' },
          { name: '没有预约上车', count: value?.walkIns ?? 0, unit: '人' },
          { name: '候补', count: shown.waiting, unit: '人' },
          { name: '拒绝的码', count: value?.refused ?? 0, unit: '次' },
        ].map(({ name, count, unit }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{count}</b> {unit}
            </dd>
          </div>
        ))}
      </dl>
      <TroubleNote trouble={trouble} onRetry={reload} />
      <TroubleNote trouble={walkIn.trouble} />
      <TroubleNote trouble={close.trouble} />
      {!value && !trouble && <Skeleton active paragraph={{ rows: 6 }} />}
      {value && <ManifestStops manifest={value} onChanged={changed} />}
      {value && !value.run.isClosed && (
        <div className='form-actions'>
          <Space>
            <Popconfirm
              title='结束这一班？'
              description='没有登记上车的预约会记为爽约，乘客会看到。'
              okText='结束'
              onConfirm={finish}
            >
              <Button type='primary' loading={close.isRunning}>
                结束这一班
              </Button>
            </Popconfirm>
            <Button loading={walkIn.isRunning} onClick={letOn}>
              没有预约的上车 +1
            </Button>
            <span className='quiet'>不结束也行，到终点后会自动结束。</span>
          </Space>
        </div>
      )}
    </Drawer>
  )
}
