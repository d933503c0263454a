import type { Audience, SurveyStatus, TemplateWord } from '../../contract/survey'
import type { ActionStatus } from '../../contract/survey-actions'
import type { ItemKind } from '../../contract/survey-definition'

export const statusNames = {
  draft: { word: '草稿', colour: 'default' },
  published: { word: '进行中', colour: 'green' },
  closed: { word: '已结束', colour: 'blue' },
} satisfies Record<SurveyStatus, { word: string; colour: string }>

export const kindNames = {
  single: '单选题',
  multiple: '多选题',
  csat: '满意度（1–5 分）',
  nps: '推荐意愿（0–10 分）',
  scale: '打分题',
  matrix: '矩阵题',
  ranking: '排序题',
  number: '数字题',
  text: '填空题',
  longText: '问答题',
  date: '日期题',
  section: '说明文字',
} satisfies Record<ItemKind, string>

export const templateNames = {
  core: '季度核心八题',
  canteen: '食堂',
  environment: '环境与保洁',
  repair: '维修',
  meeting: '会议服务',
  shuttle: '班车',
  blank: '空白',
} satisfies Record<TemplateWord, string>

export const templateNotes = {
  core: '每季度问同样的八道题，措辞固定，各季度可以放在一起比较',
  canteen: '口味、价格、卫生、排队和服务',
  environment: '保洁、绿化、室温和噪声',
  repair: '响应、到场、质量和回访',
  meeting: '预订、设备、布置和服务',
  shuttle: '准点、线路、车况和司机',
  blank: '从一道题开始，自己来写',
} satisfies Record<TemplateWord, string>

export const audienceNames = {
  everyone: '全体职工',
  departments: '指定部门',
  sites: '指定院区',
  users: '用过某项服务的人',
} satisfies Record<Audience['kind'], string>

export const serviceNames = { booking: '会议室', repair: '维修', canteen: '食堂', shuttle: '班车' }

export const actionNames = {
  proposed: { word: '待决定', colour: 'gold' },
  adopted: { word: '采纳', colour: 'green' },
  postponed: { word: '暂缓', colour: 'default' },
  declined: { word: '不采纳', colour: 'default' },
  done: { word: '已做完', colour: 'cyan' },
  closed: { word: '已复测', colour: 'blue' },
} satisfies Record<ActionStatus, { word: string; colour: string }>

/** 86.4% out of a share. */
export const shareText = (share: number): string => `${(Math.round(share * 1000) / 10).toFixed(1)}%`
