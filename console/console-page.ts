import type { ComponentType, LazyExoticComponent, ReactNode } from 'react'
import type { Duty } from '../contract/procedure'

export interface ConsolePage {
  path: string
  title: string
  /** Who sees it; the cloud checks every call again. */
  duties: readonly Duty[]
  page: LazyExoticComponent<ComponentType>
  /** Where it stands in the menu; a page without a group is reached from another one. */
  group?: '人员' | '会议室' | '维修' | '食堂' | '班车' | '问卷'
  /** The page it is reached from, when it has no group. */
  under?: string
  icon?: ReactNode
}
