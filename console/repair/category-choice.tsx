import { Select, TreeSelect } from 'antd'
import type { ValueOf } from '../../contract/procedure'
import { listCategories } from '../../contract/repair-catalog'
import { ticketKinds } from '../../contract/repair-lifecycle'
import { type Asked, useAsk } from '../ui/use-ask'
import { noRefusals } from './sentences'
import { kindNames } from './words'

export type Categories = Asked<ValueOf<typeof listCategories>>
export type Category = ValueOf<typeof listCategories>['categories'][number]

/** The categories of the institution, for filters and choices. */
export function useCategories(withRetired = false): Categories {
  return useAsk(listCategories, { withRetired }, noRefusals)
}

interface Group {
  group: Category
  members: Category[]
}

/** The groups with what is in them, kind by kind, in the order in which they are shown. */
function groupsOf(categories: readonly Category[]): Group[] {
  return ticketKinds.flatMap((kind) =>
    categories
      .filter((own) => own.kind === kind && !own.parentId)
      .map((group) => ({ group, members: categories.filter(({ parentId }) => parentId === group.categoryId) })),
  )
}

const nameOf = ({ name, isRetired }: Category) => (isRetired ? `${name}（已停用）` : name)

interface Props {
  id?: string
  label?: string
  placeholder: string
  categories: Categories
  value?: string
  onChange?: (categoryId: string | undefined) => void
}

/** Chooses a category that can be reported: a few letters and Enter, or a look through the groups. */
export function CategoryChoice({ id, placeholder, categories, value, onChange }: Props) {
  const groups = groupsOf(categories.value?.categories ?? [])
  return (
    <Select
      id={id}
      showSearch
      allowClear
      placeholder={placeholder}
      listHeight={360}
      optionFilterProp='words'
      optionLabelProp='path'
      loading={categories.isLoading}
      notFoundContent={categories.trouble?.sentence ?? '没有这样的类别，换个说法再找'}
      options={groups.map(({ group, members }) => ({
        key: group.categoryId,
        label: [...(group.kind === 'repair' ? [] : [kindNames[group.kind]]), group.name].join(' · '),
        options: members.map((own) => ({
          value: own.categoryId,
          label: nameOf(own),
          path: `${group.name} · ${own.name}`,
          words: [kindNames[own.kind], group.name, own.name, own.skill].join(' '),
        })),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}

/** Narrows to a category or a whole group. */
export function CategoryFilter({ label, placeholder, categories, value, onChange }: Props) {
  const groups = groupsOf(categories.value?.categories ?? [])
  return (
    <TreeSelect
      aria-label={label}
      placeholder={placeholder}
      style={{ width: 180 }}
      popupMatchSelectWidth={280}
      listHeight={360}
      allowClear
      showSearch
      treeNodeFilterProp='title'
      treeNodeLabelProp='path'
      loading={categories.isLoading}
      treeData={groups.map(({ group, members }) => ({
        value: group.categoryId,
        title: nameOf(group),
        path: group.name,
        children: members.map((own) => ({
          value: own.categoryId,
          title: nameOf(own),
          path: `${group.name} · ${own.name}`,
        })),
      }))}
      value={value}
      onChange={(chosen?: string) => onChange?.(chosen)}
    />
  )
}
