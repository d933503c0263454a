import {
  BarChartOutlined,
  CalendarOutlined,
  CarOutlined,
  ClockCircleOutlined,
  ExceptionOutlined,
  NotificationOutlined,
  PushpinOutlined,
} from '@ant-design/icons'
import { lazy } from 'react'
import type { ConsolePage } from './console-page'

const fleetDesk = ['fleet', 'dispatcher', 'manager', 'admin'] as const
const fleetKeepers = ['fleet', 'manager', 'admin'] as const

/** The shuttle's pages: the day's trips, timetables, seats and figures. */
export const shuttlePages: readonly ConsolePage[] = [
  {
    path: '/shuttle/runs',
    title: '今日班次',
    group: '班车',
    duties: fleetDesk,
    icon: <ClockCircleOutlined />,
    page: lazy(() => import('./shuttle/runs')),
  },
  {
    path: '/shuttle/manifest',
    title: '乘客名单',
    under: '/shuttle/runs',
    duties: fleetDesk,
    page: lazy(() => import('./shuttle/manifest-print')),
  },
  {
    path: '/shuttle/timetables',
    title: '时刻表',
    group: '班车',
    duties: fleetKeepers,
    icon: <CalendarOutlined />,
    page: lazy(() => import('./shuttle/timetables')),
  },
  {
    path: '/shuttle/timetable',
    title: '编辑时刻表',
    under: '/shuttle/timetables',
    duties: fleetKeepers,
    page: lazy(() => import('./shuttle/timetable')),
  },
  {
    path: '/shuttle/import-gtfs',
    title: '导入 GTFS',
    under: '/shuttle/timetables',
    duties: fleetKeepers,
    page: lazy(() => import('./shuttle/import-gtfs')),
  },
  {
    path: '/shuttle/import-sheet',
    title: '导入 Excel 时刻表',
    under: '/shuttle/timetables',
    duties: fleetKeepers,
    page: lazy(() => import('./shuttle/import-sheet')),
  },
  {
    path: '/shuttle/notices',
    title: '班车通知',
    group: '班车',
    duties: fleetDesk,
    icon: <NotificationOutlined />,
    page: lazy(() => import('./shuttle/notices')),
  },
  {
    path: '/shuttle/settings',
    title: '车辆与规则',
    group: '班车',
    duties: fleetDesk,
    icon: <CarOutlined />,
    page: lazy(() => import('./shuttle/settings')),
  },
  {
    path: '/shuttle/no-shows',
    title: '爽约记录',
    group: '班车',
    duties: fleetKeepers,
    icon: <ExceptionOutlined />,
    page: lazy(() => import('./shuttle/no-shows')),
  },
  {
    path: '/shuttle/ridership',
    title: '客流',
    group: '班车',
    duties: fleetKeepers,
    icon: <BarChartOutlined />,
    page: lazy(() => import('./shuttle/ridership')),
  },
  {
    path: '/shuttle/stop-board',
    title: '站牌',
    group: '班车',
    duties: fleetDesk,
    icon: <PushpinOutlined />,
    page: lazy(() => import('./shuttle/stop-board')),
  },
]
