import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'

/** What is asked when this category is reported; without choices it is answered in words. */
export function QuestionList() {
  return (
    <Form.List name='questions'>
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className='question-line'>
              <Form.Item
                name={[name, 'question']}
                rules={[{ required: true, whitespace: true, message: '请填写问题，或删去这一行' }]}
              >
                <Input aria-label={`第 ${name + 1} 个问题`} maxLength={60} placeholder='问题，例如：水还在流吗？' />
              </Form.Item>
              <Form.Item name={[name, 'choices']}>
                <Select
                  aria-label={`第 ${name + 1} 个问题的选项`}
                  mode='tags'
                  open={false}
                  suffixIcon={null}
                  maxCount={12}
                  tokenSeparators={['，', ',', '、', '；', ';']}
                  placeholder='选项，回车添加；不填则由报修人填写'
                />
              </Form.Item>
              <Button
                type='text'
                icon={<DeleteOutlined />}
                aria-label={`删除第 ${name + 1} 个问题`}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button
            type='dashed'
            block
            icon={<PlusOutlined />}
            disabled={fields.length >= 8}
            onClick={() => add({ question: '', choices: [] })}
          >
            {fields.length >= 8 ? '最多 8 个问题' : '添加问题'}
          </Button>
        </>
      )}
    </Form.List>
  )
}
