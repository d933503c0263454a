import { Form, Input, Radio, Select } from 'antd'
import type { ValueOf } from '../../contract/procedure'
import type { lookAtPlace } from '../../contract/repair-places'
import type { Category } from './category-choice'

interface Props {
  category?: Category
  assets: ValueOf<typeof lookAtPlace>['assets']
}

/** What the place and the category want to know besides: which asset, and the category's own questions. */
export function EnterQuestions({ category, assets }: Props) {
  return (
    <>
      {assets.length > 0 && (
        <Form.Item name='assetId' label='设备（选填）'>
          <Select
            allowClear
            showSearch
            optionFilterProp='label'
            placeholder='这里的哪一台'
            options={assets.map(({ assetId, name, assetNumber }) => ({
              value: assetId,
              label: assetNumber ? `${name}（${assetNumber}）` : name,
            }))}
          />
        </Form.Item>
      )}
      {category?.questions.map(({ question, choices = [] }, i) => (
        <Form.Item key={category.categoryId + question} name={['answers', i]} label={question}>
          {choices.length > 0 ? (
            <Radio.Group options={choices.map((choice) => ({ value: choice, label: choice }))} />
          ) : (
            <Input maxLength={60} />
          )}
        </Form.Item>
      ))}
    </>
  )
}
