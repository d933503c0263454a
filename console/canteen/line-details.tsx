import { Button, Empty, Input, InputNumber, Modal, Switch } from 'antd'
import { useState } from 'react'
import { linkTo } from '../address'
import { PriceFields } from './price-fields'
import type { Line } from './week-draft'

interface Props {
  title: string
  lines: readonly Line[]
  isReadOnly: boolean
  onClose: () => void
  onSave: (lines: Line[]) => void
}

/** What differs on this day for the dishes of one cell: price, half portions, places, notes. */
export function LineDetails({ title, lines, isReadOnly, onClose, onSave }: Props) {
  const [draft, setDraft] = useState<readonly Line[]>(lines)
  const change = (dishId: string, part: Partial<Line>) =>
    setDraft(draft.map((line) => (line.dishId === dishId ? { ...line, ...part } : line)))
  return (
    <Modal
      open
      width={720}
      title={title}
      okText='保存'
      onCancel={onClose}
      onOk={() =>
        onSave(draft.map((line) => ({ ...line, notes: line.notes.map((note) => note.trim()).filter(Boolean) })))
      }
      okButtonProps={{ disabled: isReadOnly || draft.length === 0 }}
    >
      {draft.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='这一格还没有菜，按回车添加' />}
      {draft.map((line) => (
        <section key={line.dishId} className='line-details' aria-label={line.dish}>
          <h3>
            {line.dish}
            <Button type='link' size='small' href={linkTo('/canteen/dishes', { dish: line.dishId })}>
              配料与标签
            </Button>
          </h3>
          <div className='line-fields'>
            <span>价格</span>
            <div>
              <PriceFields
                value={line.prices}
                hasHalf={line.hasHalf}
                disabled={isReadOnly}
                onChange={(prices) => change(line.dishId, { prices })}
              />
              <p className='quiet'>不填时按菜品本身的价格。</p>
            </div>
            <span>半份</span>
            <Switch
              aria-label={`${line.dish}供应半份`}
              disabled={isReadOnly}
              checked={line.hasHalf}
              onChange={(hasHalf) => change(line.dishId, { hasHalf })}
            />
            <span>限量</span>
            <InputNumber
              aria-label={`${line.dish}限量（份）`}
              min={1}
              max={100_000}
              precision={0}
              placeholder='不限'
              suffix='份'
              disabled={isReadOnly}
              value={line.places}
              onChange={(places) => change(line.dishId, { places: places ?? undefined })}
            />
            <span>说明</span>
            <Input.TextArea
              aria-label={`${line.dish}的说明`}
              autoSize={{ minRows: 1, maxRows: 4 }}
              placeholder='一行一条，例如：11:30 起供应'
              disabled={isReadOnly}
              value={line.notes.join('\n')}
              onChange={(event) => change(line.dishId, { notes: event.target.value.split('\n').slice(0, 30) })}
            />
          </div>
        </section>
      ))}
    </Modal>
  )
}
