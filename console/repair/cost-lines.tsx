import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import type { CostLine } from '../../contract/repair'
import { costNames, optionsOf } from './words'

/** A line of cost as it is typed, in yuan. */
export interface CostFields {
  kind: CostLine['kind']
  name: string
  quantity: number
  yuan: number
}

/** What was typed, as it goes over the wire: whole fen, so that sums are exact. */
export const costsOf = (lines: readonly CostFields[]): CostLine[] =>
  lines.map(({ kind, name, quantity, yuan }) => ({ kind, name, quantity, unitPriceFen: Math.round(yuan * 100) }))

/** Fen as money: '1,234.50 元'. */
export function moneyText(fen: number): string {
  const [yuan = '0', rest = '00'] = (fen / 100).toFixed(2).split('.')
  return `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest} 元`
}

const mostLines = 30

/** Lines of labour, parts and work given out; none to begin with. */
export function CostLines() {
  return (
    <Form.List name='costs'>
      {(fields, { add, remove }) => (
        <fieldset className='cost-lines'>
          <legend>费用与配件（选填）</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className='cost-line'>
              <Form.Item name={[name, 'kind']} noStyle>
                <Select aria-label='种类' style={{ width: 84 }} options={optionsOf(costNames)} />
              </Form.Item>
              <Form.Item
                name={[name, 'name']}
                noStyle
                rules={[{ required: true, whitespace: true, message: '请填写费用名称' }]}
              >
                <Input aria-label='名称' placeholder='名称' maxLength={60} />
              </Form.Item>
              <Form.Item name={[name, 'quantity']} noStyle rules={[{ required: true, message: '请填写数量' }]}>
                <InputNumber aria-label='数量' min={0.01} max={100_000} precision={2} style={{ width: 90 }} />
              </Form.Item>
              <span aria-hidden>×</span>
              <Form.Item name={[name, 'yuan']} noStyle rules={[{ required: true, message: '请填写单价' }]}>
                <InputNumber
                  aria-label='单价'
                  placeholder='单价'
                  min={0}
                  max={10_000_000}
                  precision={2}
                  addonAfter='元'
                  style={{ width: 140 }}
                />
              </Form.Item>
              <Button type='text' icon={<DeleteOutlined />} aria-label='删除这一行' onClick={() => remove(name)} />
            </div>
          ))}
          {fields.length < mostLines && (
            <Button
              size='small'
              type='dashed'
              icon={<PlusOutlined />}
              onClick={() => add({ kind: 'part', quantity: 1 })}
            >
              加一行费用
            </Button>
          )}
        </fieldset>
      )}
    </Form.List>
  )
}
