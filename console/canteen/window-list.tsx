import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'

/** The windows of a canteen in the order in which they are shown; one that is taken out is retired. */
export function WindowList() {
  return (
    <Form.List name='windows'>
      {(fields, { add, remove, move }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className='window-line'>
              <Form.Item name={[name, 'windowId']} hidden />
              <Form.Item
                name={[name, 'name']}
                rules={[{ required: true, whitespace: true, message: '请填写档口名称，或删去这一行' }]}
              >
                <Input aria-label={`第 ${name + 1} 个档口`} maxLength={40} placeholder='例如：主荤、面档、清真窗口' />
              </Form.Item>
              <Button
                type='text'
                icon={<ArrowUpOutlined />}
                disabled={name === 0}
                aria-label={`第 ${name + 1} 个档口上移`}
                onClick={() => move(name, name - 1)}
              />
              <Button
                type='text'
                icon={<ArrowDownOutlined />}
                disabled={name === fields.length - 1}
                aria-label={`第 ${name + 1} 个档口下移`}
                onClick={() => move(name, name + 1)}
              />
              <Button
                type='text'
                icon={<DeleteOutlined />}
                disabled={fields.length === 1}
                aria-label={`删除第 ${name + 1} 个档口`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button
            type='dashed'
            icon={<PlusOutlined />}
            disabled={fields.length >= 60}
            onClick={() => add({ name: '' })}
          >
            添加档口
          </Button>
        </>
      )}
    </Form.List>
  )
}
