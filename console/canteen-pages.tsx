import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  ContactsOutlined,
  FormOutlined,
  ProjectOutlined,
  SettingOutlined,
} from '@ant-design/icons'
import { lazy } from 'react'
import type { ConsolePage } from './console-page'

const canteenStaff = ['kitchen', 'manager'] as const
const canteenKeepers = ['kitchen', 'manager', 'admin'] as const

/** The canteen's pages: what the kitchen plans, labels, counts and answers. */
export const canteenPages: readonly ConsolePage[] = [
  {
    path: '/canteen/menu',
    title: '周菜单',
    group: '食堂',
    duties: canteenKeepers,
    icon: <CalendarOutlined />,
    page: lazy(() => import('./canteen/menu')),
  },
  {
    path: '/canteen/import',
    title: '导入菜单',
    under: '/canteen/menu',
    duties: canteenKeepers,
    page: lazy(() => import('./canteen/import-menu')),
  },
  {
    path: '/canteen/print',
    title: '打印周菜单',
    under: '/canteen/menu',
    duties: canteenKeepers,
    page: lazy(() => import('./canteen/menu-print')),
  },
  {
    path: '/canteen/dishes',
    title: '菜品与标签',
    group: '食堂',
    duties: canteenKeepers,
    icon: <AuditOutlined />,
    page: lazy(() => import('./canteen/dishes')),
  },
  {
    path: '/canteen/headcount',
    title: '就餐人数',
    group: '食堂',
    duties: canteenStaff,
    icon: <ContactsOutlined />,
    page: lazy(() => import('./canteen/headcount')),
  },
  {
    path: '/canteen/overtime',
    title: '加班餐名单',
    under: '/canteen/headcount',
    duties: canteenStaff,
    page: lazy(() => import('./canteen/overtime')),
  },
  {
    path: '/canteen/feedback',
    title: '评价与回复',
    group: '食堂',
    duties: canteenStaff,
    icon: <FormOutlined />,
    page: lazy(() => import('./canteen/feedback')),
  },
  {
    path: '/canteen/actions',
    title: '整改',
    group: '食堂',
    duties: canteenStaff,
    icon: <ProjectOutlined />,
    page: lazy(() => import('./canteen/actions')),
  },
  {
    path: '/canteen/report',
    title: '食堂统计',
    group: '食堂',
    duties: canteenKeepers,
    icon: <BarChartOutlined />,
    page: lazy(() => import('./canteen/report')),
  },
  {
    path: '/canteen/canteens',
    title: '食堂与餐次',
    group: '食堂',
    duties: canteenKeepers,
    icon: <BankOutlined />,
    page: lazy(() => import('./canteen/canteens')),
  },
  {
    path: '/canteen/settings',
    title: '食堂设置',
    group: '食堂',
    duties: canteenKeepers,
    icon: <SettingOutlined />,
    page: lazy(() => import('./canteen/settings')),
  },
]
