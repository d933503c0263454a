import { Alert, Form, Modal, Radio, Switch } from 'antd'
import { useState } from 'react'
import { copyMenuWeek } from '../../contract/canteen-menus'
import type { ValueOf } from '../../contract/procedure'
import { addDays, type Day } from '../../contract/zone'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { copyWeekSentences } from './sentences'
import { WeekPick, weekText } from './week-choice'
import { dayText } from './words'

interface Props {
  canteenId: string
  /** The week that is open. */
  monday: Day
  onClose: () => void
  /** A week has other drafts now. */
  onCopied: (into: Day) => void
}

const daysText = (days: readonly Day[]) => days.map(dayText).join('、')

function Done({ result: { days, kept, leftOut } }: { result: ValueOf<typeof copyMenuWeek> }) {
  return (
    <>
      <Alert
        type={days.length > 0 ? 'success' : 'info'}
        showIcon
        message={days.length > 0 ? `已复制 ${days.length} 天：${daysText(days)}。` : '没有复制任何一天。'}
      />
      {kept.length > 0 && <p>保持原样：{daysText(kept)}。这些日子已经过去，或已经有菜。</p>}
      {leftOut.length > 0 && <p>已停用，没有复制：{leftOut.join('、')}。</p>}
    </>
  )
}

/** One week into another: drafts only, nothing is published by it. */
export function CopyWeek({ canteenId, monday, onClose, onCopied }: Props) {
  const [isInto, setIsInto] = useState(false)
  const [other, setOther] = useState(addDays(monday, -7))
  const [overwrites, setOverwrites] = useState(false)
  const [result, setResult] = useState<ValueOf<typeof copyMenuWeek>>()
  const task = useTask(copyMenuWeek, copyWeekSentences)
  const [fromDay, toDay] = isInto ? [monday, other] : [other, monday]

  async function copy() {
    const copied = await task.run({ canteenId, fromDay, toDay, overwrites })
    if (!copied) return
    setResult(copied)
    onCopied(toDay)
  }

  return (
    <Modal
      open
      title='复制一周'
      okText={result ? '完成' : '复制'}
      cancelButtonProps={{ style: result && { display: 'none' } }}
      confirmLoading={task.isRunning}
      onCancel={onClose}
      onOk={result ? onClose : copy}
    >
      {result ? (
        <Done result={result} />
      ) : (
        <Form layout='vertical'>
          <Form.Item>
            <Radio.Group
              value={isInto}
              onChange={(event) => {
                setIsInto(event.target.value)
                setOther(addDays(monday, event.target.value ? 7 : -7))
              }}
            >
              <Radio value={false}>从另一周复制到这一周</Radio>
              <Radio value={true}>把这一周复制到另一周</Radio>
            </Radio.Group>
          </Form.Item>
          <Form.Item label={isInto ? '复制到' : '从哪一周复制'}>
            <WeekPick label={isInto ? '复制到哪一周' : '从哪一周复制'} monday={other} onChange={setOther} />
          </Form.Item>
          <Form.Item label='已经有菜的日子'>
            <Switch
              checked={overwrites}
              onChange={setOverwrites}
              checkedChildren='覆盖'
              unCheckedChildren='保持原样'
              aria-label='覆盖已经有菜的日子'
            />
          </Form.Item>
          <p className='quiet'>
            {weekText(fromDay)} 的菜单会复制成 {weekText(toDay)} 的草稿，过去的日子不变。发布之前，职工看不到。
          </p>
        </Form>
      )}
      <TroubleNote trouble={task.trouble} />
    </Modal>
  )
}
