import { TreeSelect } from 'antd'
import type { ValueOf } from '../../contract/procedure'
import { listCategories } from '../../contract/repair-catalog'
import { ticketKinds } from '../../contract/repair-lifecycle'
import { type Asked, useAsk } from '../ui/use-ask'
import { noRefusals } from './sentences'
import { kindNames } from './words'

export type Categories = Asked<ValueOf<typeof listCategories>>
export type Category = ValueOf<typeof listCategories>['categories'][number]

interface Branch {
  value: string
  title: string
  /** What it is called once chosen: 空调 · 不制冷. */
  path: string
  /** What typing looks in. */
  words: string
  selectable: boolean
  children: Branch[]
}

/** The categories of the institution, for filters and choices. */
export function useCategories(withRetired = false): Categories {
  return useAsk(listCategories, { withRetired }, noRefusals)
}

/** Kinds, groups and categories as a tree; groups can be chosen where `withGroups` says so, kinds never. */
export function categoryTree(categories: readonly Category[], withGroups: boolean): Branch[] {
  const branchOf = (own: Category, group?: Category): Branch => {
    const path = [group?.name, own.name].filter(Boolean).join(' · ')
    return {
      value: own.categoryId,
      title: own.isRetired ? `${own.name}（已停用）` : own.name,
      path,
      words: `${path} ${own.skill}`,
      selectable: withGroups || own.parentId !== undefined,
      children: categories.filter(({ parentId }) => parentId === own.categoryId).map((each) => branchOf(each, own)),
    }
  }
  return ticketKinds
    .map((kind) => ({
      value: kind,
      title: kindNames[kind],
      path: kindNames[kind],
      words: '',
      selectable: false,
      children: categories.filter((own) => own.kind === kind && !own.parentId).map((own) => branchOf(own)),
    }))
    .filter(({ children }) => children.length > 0)
}

interface Props {
  id?: string
  label?: string
  placeholder: string
  categories: Categories
  /** A whole group can be chosen too. */
  withGroups?: boolean
  width?: number
  value?: string
  onChange?: (categoryId: string | undefined) => void
}

/** Chooses a category by looking through the tree or by typing a part of its name, its group or its skill. */
export function CategoryChoice({
  id,
  label,
  placeholder,
  categories,
  withGroups = false,
  width,
  value,
  onChange,
}: Props) {
  return (
    <TreeSelect
      id={id}
      aria-label={label}
      placeholder={placeholder}
      style={{ width: width ?? '100%' }}
      popupMatchSelectWidth={320}
      listHeight={360}
      allowClear
      showSearch
      treeDefaultExpandAll
      treeNodeFilterProp='words'
      treeNodeLabelProp='path'
      loading={categories.isLoading}
      treeData={categoryTree(categories.value?.categories ?? [], withGroups)}
      notFoundContent={categories.trouble?.sentence ?? '没有这样的类别'}
      value={value}
      onChange={(chosen?: string) => onChange?.(chosen)}
    />
  )
}
