import { App, Form, Modal, Radio, Select, Skeleton } from 'antd'
import { getShuttleSetting, type Run } from '../../contract/shuttle-fleet'
import { assignTrip } from '../../contract/shuttle-vehicles'
import { linkTo } from '../address'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { runName } from './runs-table'
import { assignSentences, noRefusals } from './sentences'
import { dayText } from './words'

interface Fields {
  scope: 'day' | 'always'
  vehicleId?: string
  driverId?: string
}

interface Props {
  run: Run
  onClose: () => void
  onDone: () => void
}

/** Vehicle and driver of a trip, on this day or always. */
export function AssignRun({ run, onClose, onDone }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const setting = useAsk(getShuttleSetting, {}, noRefusals)
  const task = useTask(assignTrip, assignSentences)
  const vehicles = setting.value?.vehicles.filter(
    ({ isRetired, vehicleId }) => !isRetired || vehicleId === run.vehicleId,
  )

  async function save({ scope, vehicleId, driverId }: Fields) {
    const day = scope === 'day' ? run.day : undefined
    const done = await task.run({ tripId: run.tripId, day, vehicleId, driverId })
    if (!done) return
    message.success(
      done.plate || done.driver ? `已派 ${[done.plate, done.driver].filter(Boolean).join('，')}` : '已取消派车',
    )
    onDone()
  }

  return (
    <Modal
      open
      title={`派车 · ${runName(run)}`}
      okText='保存'
      okButtonProps={{ htmlType: 'submit', form: 'assign-run', disabled: !setting.value }}
      confirmLoading={task.isRunning}
      onCancel={onClose}
    >
      <TroubleNote trouble={setting.trouble} onRetry={setting.reload} />
      {!setting.value && !setting.trouble && <Skeleton active />}
      {setting.value && (
        <Form<Fields>
          id='assign-run'
          form={form}
          layout='vertical'
          initialValues={{ scope: 'day', vehicleId: run.vehicleId, driverId: run.driverId }}
          onFinish={save}
        >
          <Form.Item name='scope' label='用在'>
            <Radio.Group
              options={[
                { value: 'day', label: `只在 ${dayText(run.day)}` },
                { value: 'always', label: '以后每天的这一班' },
              ]}
            />
          </Form.Item>
          <Form.Item
            name='vehicleId'
            label='车辆'
            extra={
              vehicles?.length === 0 ? (
                <>
                  还没有车辆，请先在<a href={linkTo('/shuttle/settings')}>车辆与规则</a>里添加。
                </>
              ) : (
                '座位数按所派的车计算；已经预约的座位不会被取消。'
              )
            }
          >
            <Select
              allowClear
              showSearch
              optionFilterProp='label'
              placeholder='不派车，按时刻表'
              options={vehicles?.map(({ vehicleId, plate, name, seats, wheelchairPlaces }) => ({
                value: vehicleId,
                label: `${plate}${name ? ` ${name}` : ''}（${seats} 座${wheelchairPlaces ? `，轮椅位 ${wheelchairPlaces}` : ''}）`,
              }))}
            />
          </Form.Item>
          <Form.Item name='driverId' label='司机' extra='司机在手机上能看到这一班的名单，并为乘客扫码。'>
            <Select
              allowClear
              showSearch
              optionFilterProp='label'
              placeholder='不指定，按时刻表'
              options={setting.value.drivers.map(({ personId, name }) => ({ value: personId, label: name }))}
            />
          </Form.Item>
          <TroubleNote trouble={task.trouble} />
        </Form>
      )}
    </Modal>
  )
}
