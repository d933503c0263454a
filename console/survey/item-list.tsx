import { PlusOutlined } from '@ant-design/icons'
import { App, Button, ConfigProvider, Dropdown, Empty } from 'antd'
import type { SurveyFinding } from '../../contract/survey'
import { type ItemKind, itemsOf, type SurveyDefinition } from '../../contract/survey-definition'
import { lockedCores } from '../../contract/survey-locked-core'
import { referencesOf } from '../../contract/survey-logic'
import {
  addItem,
  breakBefore,
  duplicateItem,
  joinPage,
  moveBeside,
  moveStep,
  removeItem,
  replaceItem,
} from './definition-edits'
import { ItemCard } from './item-card'
import { ItemForm } from './item-form'
import './items.css'
import { kindNames } from './words'

interface Props {
  definition: SurveyDefinition
  findings: readonly SurveyFinding[]
  isReadOnly: boolean
  /** The item whose form is open. */
  opened?: string
  onOpen: (code: string | undefined) => void
  onEdit: (definition: SurveyDefinition, field?: string) => void
  onUndo: () => void
}

interface AddProps {
  label?: string
  isPrimary?: boolean
  onAdd: (kind: ItemKind) => void
}

/** A button that asks which kind of item is added. */
function AddItem({ label = '加一题', onAdd, isPrimary }: AddProps) {
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: (Object.keys(kindNames) as ItemKind[]).map((key) => ({ key, label: kindNames[key] })),
        onClick: ({ key }) => onAdd(key as ItemKind),
      }}
    >
      <Button block={!isPrimary} type={isPrimary ? 'primary' : 'dashed'} icon={<PlusOutlined />}>
        {label}
      </Button>
    </Dropdown>
  )
}

/** The items of a survey page by page, with all that is done to them. */
export function ItemList({ definition, findings, isReadOnly, opened, onOpen, onEdit, onUndo }: Props) {
  const { message } = App.useApp()
  const items = itemsOf(definition)
  const locked = new Set(lockedCores[definition.coreVersion ?? '']?.map(({ code }) => code))
  const [first, last] = [items[0]?.code, items[items.length - 1]?.code]

  function add(kind: ItemKind, after?: string) {
    const added = addItem(definition, kind, after)
    onEdit(added.definition)
    onOpen(added.code)
  }
  function remove(code: string) {
    const users = items.filter(
      ({ visibleIf }) => visibleIf && referencesOf(visibleIf).some((reference) => reference.item === code),
    )
    onEdit(removeItem(definition, code))
    if (opened === code) onOpen(undefined)
    const key = `removed ${code}`
    void message.open({
      key,
      type: users.length > 0 ? 'warning' : 'info',
      duration: 6,
      content: (
        <>
          {users.length > 0 ? `已删除；有 ${users.length} 题的显示条件用到它，请改好。` : '已删除一题。'}
          <Button
            type='link'
            size='small'
            onClick={() => {
              onUndo()
              message.destroy(key)
            }}
          >
            撤销删除
          </Button>
        </>
      ),
    })
  }

  if (items.length === 0 && !isReadOnly) {
    return (
      <div className='sheet'>
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description='还没有题目。加第一题，或者用“粘贴题目”把写好的文字变成题目'
        >
          <AddItem isPrimary onAdd={add} />
        </Empty>
      </div>
    )
  }
  return (
    <section aria-label='题目'>
      {definition.pages.map((page, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page has no name but its place
        <div key={at} className='item-page'>
          {definition.pages.length > 1 && (
            <h3>
              第 {at + 1} 页
              {at > 0 && !isReadOnly && (
                <Button size='small' type='link' onClick={() => onEdit(joinPage(definition, at))}>
                  并到上一页
                </Button>
              )}
            </h3>
          )}
          {page.items.map((item) => (
            <ItemCard
              key={item.code}
              item={item}
              items={items}
              findings={findings.filter((finding) => finding.item === item.code)}
              isOpen={opened === item.code}
              isFirst={item.code === first}
              isLast={item.code === last}
              isPageTop={page.items[0] === item}
              isReadOnly={isReadOnly}
              isLocked={locked.has(item.code)}
              onOpen={() => onOpen(opened === item.code ? undefined : item.code)}
              onMove={(step) => onEdit(moveStep(definition, item.code, step))}
              onBreak={() => onEdit(breakBefore(definition, item.code))}
              onDrop={(code, side) => {
                if (code !== item.code) onEdit(moveBeside(definition, code, item.code, side))
              }}
              onRemove={() => remove(item.code)}
              onDuplicate={() => {
                const copied = duplicateItem(definition, item)
                onEdit(copied.definition)
                onOpen(copied.code)
              }}
            >
              <ConfigProvider componentDisabled={isReadOnly || locked.has(item.code)}>
                <ItemForm
                  item={item}
                  items={items}
                  onChange={(next, field) => onEdit(replaceItem(definition, next), field)}
                />
              </ConfigProvider>
              {!isReadOnly && item.code !== last && (
                <AddItem label='在这一题后面加一题' onAdd={(kind) => add(kind, item.code)} />
              )}
            </ItemCard>
          ))}
        </div>
      ))}
      {!isReadOnly && <AddItem onAdd={add} />}
    </section>
  )
}
