import {
  BarChartOutlined,
  CheckSquareOutlined,
  FormOutlined,
  LineChartOutlined,
  ProfileOutlined,
} from '@ant-design/icons'
import { lazy } from 'react'
import type { ConsolePage } from './console-page'

const surveyors = ['surveyor', 'manager', 'admin'] as const

/** The pages of surveys: making them, reading them, and what is done about it. */
export const surveyPages: readonly ConsolePage[] = [
  {
    path: '/survey/list',
    title: '问卷',
    group: '问卷',
    duties: surveyors,
    icon: <ProfileOutlined />,
    page: lazy(() => import('./survey/surveys')),
  },
  {
    path: '/survey/edit',
    title: '编辑问卷',
    under: '/survey/list',
    duties: surveyors,
    page: lazy(() => import('./survey/edit-survey')),
  },
  {
    path: '/survey/result',
    title: '问卷结果',
    under: '/survey/list',
    duties: surveyors,
    icon: <BarChartOutlined />,
    page: lazy(() => import('./survey/result')),
  },
  {
    path: '/survey/paper',
    title: '录入纸质答卷',
    group: '问卷',
    duties: ['proxy', ...surveyors],
    icon: <FormOutlined />,
    page: lazy(() => import('./survey/paper')),
  },
  {
    path: '/survey/rounds',
    title: '季度对比',
    group: '问卷',
    duties: surveyors,
    icon: <LineChartOutlined />,
    page: lazy(() => import('./survey/rounds')),
  },
  {
    path: '/survey/actions',
    title: '改进事项',
    group: '问卷',
    duties: surveyors,
    icon: <CheckSquareOutlined />,
    page: lazy(() => import('./survey/actions')),
  },
]
