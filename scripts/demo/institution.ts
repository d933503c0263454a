import type { Duty } from '../../contract/procedure'

/** Somebody with a part to play; the first of the roster, in this order. */
export interface Persona {
  name: string
  department: string
  duties: readonly Duty[]
}

/** What an institution of the demo consists of, before chance fills it. */
export interface Outline {
  slug: string
  name: string
  /** First letter of its staff numbers. */
  letter: string
  people: number
  /** Departments of the first level, each with those of the second. */
  departments: Readonly<Record<string, readonly string[]>>
  personas: readonly Persona[]
  /** Sites, each with its buildings. */
  sites: Readonly<Record<string, readonly string[]>>
}

export const demo: Outline = {
  slug: 'demo',
  name: '星河研究院',
  letter: 'D',
  people: 400,
  departments: {
    院机关: ['院办公室', '人事处', '财务处', '审计处'],
    科研中心: ['材料研究所', '能源研究所', '信息研究所', '生命研究所', '环境研究所'],
    支撑中心: ['网络中心', '图书档案馆'],
    后勤服务中心: ['物业科', '餐饮科', '车队'],
  },
  // as functions/people/sign-in-as-demo.ts numbers them
  personas: [
    { name: '林晓雨', department: '材料研究所', duties: [] },
    { name: '周明远', department: '材料研究所', duties: [] },
    { name: '陈立新', department: '物业科', duties: ['dispatcher', 'proxy'] },
    { name: '赵铁军', department: '物业科', duties: ['technician'] },
    { name: '吴春梅', department: '餐饮科', duties: ['kitchen'] },
    { name: '马国强', department: '车队', duties: ['fleet'] },
    { name: '孙静怡', department: '院办公室', duties: ['surveyor'] },
    { name: '高建平', department: '后勤服务中心', duties: ['manager', 'steward', 'proxy'] },
    { name: '何慧敏', department: '网络中心', duties: ['admin', 'steward'] },
    { name: '郑书岚', department: '院办公室', duties: ['steward', 'proxy'] },
    { name: '谢振宁', department: '审计处', duties: ['auditor'] },
    { name: '罗志刚', department: '物业科', duties: ['technician'] },
    { name: '唐永波', department: '物业科', duties: ['technician'] },
  ],
  sites: { 本部: ['综合楼', '科研楼'], 东湖院区: ['实验楼', '会议中心'] },
}

export const second: Outline = {
  slug: 'second',
  name: '临江规划设计所',
  letter: 'S',
  people: 16,
  departments: { 所办公室: [], 设计室: [] },
  personas: [
    { name: '秦若川', department: '设计室', duties: [] },
    { name: '叶清安', department: '所办公室', duties: ['admin', 'steward', 'proxy'] },
  ],
  sites: { 临江: ['设计楼'] },
}
