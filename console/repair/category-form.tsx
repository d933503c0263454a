import { App, AutoComplete, Button, Form, Input, InputNumber, Select, Space, Switch } from 'antd'
import { saveCategory } from '../../contract/repair-catalog'
import type { LimitsByUrgency } from '../../contract/repair-clocks'
import type { TicketKind } from '../../contract/repair-lifecycle'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { saveCategorySentences } from './catalog-sentences'
import type { Category } from './category-choice'
import { LimitsEditor } from './limits-editor'
import { QuestionList } from './question-list'

/** A category or group to be changed or added. */
export interface CategoryWish {
  kind: TicketKind
  /** What there is; absent: a new one. */
  known?: Category
  /** Of a new category: the group it is added to. Neither this nor one known in a group: a group. */
  parentId?: string
}

interface Fields {
  name: string
  parentId?: string
  skill?: string
  questions?: { question: string; choices?: string[] }[]
  selfHelp?: string
  limits?: LimitsByUrgency
  sortOrder?: number | null
  isInUse?: boolean
}

interface Props {
  wish: CategoryWish
  /** All categories of the institution, the retired too. */
  categories: readonly Category[]
  onDirty: (isDirty: boolean) => void
  onSaved: (category: Category) => void
}

const noLimits: LimitsByUrgency = { normal: {}, urgent: {} }

/** Behind everything else of its kind or group. */
function nextOrder(categories: readonly Category[], kind: TicketKind, parentId: string | undefined): number {
  const beside = categories.filter((each) => each.kind === kind && each.parentId === parentId)
  return Math.min(10_000, Math.max(0, ...beside.map(({ sortOrder }) => sortOrder)) + 10)
}

/** Name, limits, questions and self-help of a category; of a group its name and place. */
export function CategoryForm({ wish, categories, onDirty, onSaved }: Props) {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const task = useTask(saveCategory, saveCategorySentences)
  const { kind, known } = wish
  const parentId = known ? known.parentId : wish.parentId
  const isGroup = parentId === undefined
  const what = isGroup ? '分组' : '类别'
  const groups = categories.filter((each) => each.kind === kind && !each.parentId)
  const beside = categories.filter((each) => each.parentId === parentId && each.parentId !== undefined)
  const skills = [...new Set(categories.map(({ skill }) => skill).filter((skill) => skill !== ''))]

  async function save({ isInUse = true, sortOrder, ...fields }: Fields) {
    const saved = await task.run({
      ...fields,
      kind,
      categoryId: known?.categoryId,
      sortOrder: sortOrder ?? 0,
      isRetired: !isInUse,
    })
    if (!saved) return
    message.success(`已保存 ${saved.name}`)
    onSaved(saved)
  }

  return (
    <Form<Fields>
      form={form}
      layout='vertical'
      initialValues={{
        // a new one begins like those it is added to
        limits: beside[beside.length - 1]?.limits ?? noLimits,
        skill: beside[beside.length - 1]?.skill,
        questions: [],
        ...known,
        parentId,
        sortOrder: known?.sortOrder ?? nextOrder(categories, kind, parentId),
        isInUse: !known?.isRetired,
      }}
      onValuesChange={() => onDirty(true)}
      onFinish={save}
      scrollToFirstError
    >
      <Space size={12} align='start' wrap>
        <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={20} style={{ width: 200 }} autoFocus={!known} />
        </Form.Item>
        {!isGroup && (
          <Form.Item name='parentId' label='所在分组'>
            <Select
              style={{ width: 170 }}
              options={groups.map(({ categoryId, name }) => ({ value: categoryId, label: name }))}
            />
          </Form.Item>
        )}
        {!isGroup && kind !== 'praise' && (
          <Form.Item name='skill' label='需要的技能'>
            <AutoComplete
              style={{ width: 130 }}
              maxLength={20}
              placeholder='不限'
              filterOption
              options={skills.map((value) => ({ value }))}
            />
          </Form.Item>
        )}
        <Form.Item name='sortOrder' label='排序' tooltip='小的排在前面'>
          <InputNumber min={0} max={10_000} precision={0} style={{ width: 84 }} />
        </Form.Item>
      </Space>
      {!isGroup && (
        <>
          {kind !== 'praise' && <Section>时限</Section>}
          {kind !== 'praise' && <LimitsEditor />}
          <Section>提交时要问的问题</Section>
          <QuestionList />
          <Section>自助提示</Section>
          <Form.Item name='selfHelp' extra='报修人先看到这段话；自己解决了点一下「已解决」，不解决照样可以报修。'>
            <Input.TextArea
              aria-label='自助提示'
              maxLength={500}
              showCount
              autoSize={{ minRows: 3 }}
              placeholder='可以不填'
            />
          </Form.Item>
        </>
      )}
      {known && (
        <Form.Item
          name='isInUse'
          label='使用'
          valuePropName='checked'
          extra={`停用后报修时不再出现${isGroup ? '，里面的类别也一起隐藏' : ''}；已有的工单不受影响。`}
        >
          <Switch checkedChildren='使用中' unCheckedChildren='已停用' />
        </Form.Item>
      )}
      <div className='form-actions'>
        <TroubleNote trouble={task.trouble} />
        <Space>
          <Button type='primary' htmlType='submit' loading={task.isRunning}>
            保存
          </Button>
          {!isGroup && known && <span className='quiet'>新时限只对之后提交的工单生效。</span>}
          {!known && <span className='quiet'>{`保存后，这个${what}立即可用。`}</span>}
        </Space>
      </div>
    </Form>
  )
}
