import {
  ApartmentOutlined,
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  ContactsOutlined,
  FieldTimeOutlined,
  FormOutlined,
  LinkOutlined,
  PhoneOutlined,
  ProjectOutlined,
  QrcodeOutlined,
  SettingOutlined,
  TableOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react'
import type { Duty } from '../contract/procedure'

export interface ConsolePage {
  path: string
  title: string
  /** Who sees it; the cloud checks every call again. */
  duties: readonly Duty[]
  page: LazyExoticComponent<ComponentType>
  /** Where it stands in the menu; a page without a group is reached from another one. */
  group?: '人员' | '会议室' | '维修'
  /** The page it is reached from, when it has no group. */
  under?: string
  icon?: ReactNode
}

const keepers = ['steward', 'admin'] as const
const repairDesk = ['dispatcher', 'manager'] as const
const repairKeepers = ['dispatcher', 'manager', 'admin'] as const

/** Every page of the console once: the menu, the addresses and the duties are read from here. */
export const pages: readonly ConsolePage[] = [
  {
    path: '/booking/day',
    title: '会议日程',
    group: '会议室',
    duties: keepers,
    icon: <CalendarOutlined />,
    page: lazy(() => import('./booking/day')),
  },
  {
    path: '/booking/rooms',
    title: '会议室目录',
    group: '会议室',
    duties: keepers,
    icon: <TableOutlined />,
    page: lazy(() => import('./booking/rooms')),
  },
  {
    path: '/booking/import',
    title: '导入会议室',
    under: '/booking/rooms',
    duties: keepers,
    page: lazy(() => import('./booking/import-rooms')),
  },
  {
    path: '/booking/places',
    title: '院区与楼宇',
    group: '会议室',
    duties: keepers,
    icon: <BankOutlined />,
    page: lazy(() => import('./booking/places')),
  },
  {
    path: '/booking/special-days',
    title: '节假日与调休',
    group: '会议室',
    duties: keepers,
    icon: <FieldTimeOutlined />,
    page: lazy(() => import('./booking/special-days')),
  },
  {
    path: '/repair/board',
    title: '工单',
    group: '维修',
    duties: repairDesk,
    icon: <ProjectOutlined />,
    page: lazy(() => import('./repair/board')),
  },
  {
    path: '/repair/enter',
    title: '代报',
    group: '维修',
    duties: repairDesk,
    icon: <FormOutlined />,
    page: lazy(() => import('./repair/enter-ticket')),
  },
  {
    path: '/repair/visits',
    title: '回访',
    group: '维修',
    duties: repairDesk,
    icon: <PhoneOutlined />,
    page: lazy(() => import('./repair/visits')),
  },
  {
    path: '/repair/report',
    title: '统计',
    group: '维修',
    duties: repairKeepers,
    icon: <BarChartOutlined />,
    page: lazy(() => import('./repair/report')),
  },
  {
    path: '/repair/import-history',
    title: '导入历史',
    under: '/repair/report',
    duties: repairKeepers,
    page: lazy(() => import('./repair/import-history')),
  },
  {
    path: '/repair/categories',
    title: '类别与时限',
    group: '维修',
    duties: repairKeepers,
    icon: <ApartmentOutlined />,
    page: lazy(() => import('./repair/categories')),
  },
  {
    path: '/repair/places',
    title: '地点与设备',
    group: '维修',
    duties: repairKeepers,
    icon: <QrcodeOutlined />,
    page: lazy(() => import('./repair/places')),
  },
  {
    path: '/repair/technicians',
    title: '维修人员',
    group: '维修',
    duties: repairKeepers,
    icon: <ToolOutlined />,
    page: lazy(() => import('./repair/technicians')),
  },
  {
    path: '/repair/settings',
    title: '维修设置',
    group: '维修',
    duties: repairKeepers,
    icon: <SettingOutlined />,
    page: lazy(() => import('./repair/settings')),
  },
  {
    path: '/people/roster',
    title: '花名册',
    group: '人员',
    duties: ['admin'],
    icon: <ContactsOutlined />,
    page: lazy(() => import('./people/roster')),
  },
  {
    path: '/people/import',
    title: '导入花名册',
    duties: ['admin'],
    page: lazy(() => import('./people/import-roster')),
  },
  {
    path: '/people/bindings',
    title: '绑定申请',
    group: '人员',
    duties: ['admin'],
    icon: <LinkOutlined />,
    page: lazy(() => import('./people/bindings')),
  },
  {
    path: '/people/audit',
    title: '操作记录',
    group: '人员',
    duties: ['auditor', 'admin'],
    icon: <AuditOutlined />,
    page: lazy(() => import('./people/audit')),
  },
]
