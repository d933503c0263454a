import type { CostLine } from '../../contract/repair'
import type { Chance } from './chance'
import { accept, assign, type Deed, finish, grab, plan, type Story, start } from './repair-story'

interface Pattern {
  what: string
  place: string
  words: string
  note: string
  isOfAsset?: boolean
  cost?: readonly [name: string, quantity: number, unitPriceFen: number]
  isVendor?: boolean
}

/** What happens again and again; the place is on a floor of any building that has it. */
const patterns: readonly Pattern[] = [
  {
    what: '水电/漏水、积水',
    place: '2层 女卫生间',
    words: '水龙头关不严，一直流。',
    note: '更换阀芯。',
    cost: ['陶瓷阀芯', 1, 1800],
  },
  {
    what: '水电/漏水、积水',
    place: '1层 茶水间',
    words: '水池下面漏水。',
    note: '更换软管。',
    cost: ['不锈钢软管', 2, 1500],
  },
  { what: '水电/下水堵塞', place: '3层 女卫生间', words: '洗手池下水很慢。', note: '已疏通。' },
  {
    what: '水电/停电、跳闸',
    place: '3层 302会议室',
    words: '一开投影就跳闸。',
    note: '更换空气开关。',
    cost: ['空气开关', 1, 8600],
  },
  {
    what: '水电/灯不亮、闪烁',
    place: '4层 走廊',
    words: '走廊灯坏了两盏。',
    note: '更换灯管。',
    cost: ['LED 灯管', 2, 2300],
  },
  {
    what: '水电/灯不亮、闪烁',
    place: '5层 女卫生间',
    words: '镜前灯不亮。',
    note: '更换灯带。',
    cost: ['LED 灯带', 1, 3600],
  },
  {
    what: '水电/饮水、热水',
    place: '4层 茶水间',
    words: '热水器不出热水。',
    note: '更换加热管。',
    cost: ['加热管', 1, 12500],
    isOfAsset: true,
  },
  {
    what: '空调/不制冷、不制热',
    place: '4层 401培训教室',
    words: '后排没有暖风。',
    note: '清洗滤网、补充冷媒。',
    cost: ['冷媒 R410A', 2.5, 9000],
    isOfAsset: true,
  },
  { what: '空调/漏水、异响', place: '1层 102会议室', words: '出风口滴水。', note: '疏通排水管。' },
  {
    what: '空调/面板、遥控器',
    place: '2层 202洽谈室',
    words: '面板黑屏。',
    note: '更换面板。',
    cost: ['温控面板', 1, 15800],
  },
  {
    what: '网络与办公设备/网络不通',
    place: '3层 301视频会议室',
    words: '视频会议连不上外网。',
    note: '重新配置交换机端口。',
  },
  {
    what: '网络与办公设备/网络不通',
    place: '1层 101洽谈室',
    words: '无线信号很弱，网页打不开。',
    note: '更换 AP。',
    cost: ['无线 AP', 1, 68000],
  },
  {
    what: '网络与办公设备/会议室投影、音响',
    place: '2层 201会议室',
    words: '没有声音。',
    note: '功放静音，已恢复。',
    isOfAsset: true,
  },
  {
    what: '网络与办公设备/会议室投影、音响',
    place: '5层 501会议室',
    words: '投影有横纹。',
    note: '更换视频线。',
    cost: ['HDMI 线 10 米', 1, 12000],
    isOfAsset: true,
  },
  {
    what: '网络与办公设备/会议室投影、音响',
    place: '5层 学术报告厅',
    words: '话筒有啸叫。',
    note: '重新调试调音台。',
    isOfAsset: true,
  },
  {
    what: '门窗家具/门锁、门禁',
    place: '2层 201会议室',
    words: '门锁拧不动。',
    note: '更换锁芯。',
    cost: ['锁芯', 1, 9500],
  },
  { what: '门窗家具/门窗、玻璃', place: '3层 走廊', words: '窗户关不严，漏风。', note: '调整五金件。' },
  { what: '门窗家具/桌椅柜', place: '4层 401培训教室', words: '三把椅子写字板松动。', note: '已紧固。' },
  {
    what: '电梯/按键、照明',
    place: '1层 1 号电梯',
    words: '5 层按键按了不亮。',
    note: '更换按键。',
    cost: ['电梯按键上门维修', 1, 26000],
    isVendor: true,
    isOfAsset: true,
  },
  {
    what: '墙面地面/地砖、地板',
    place: '1层 走廊',
    words: '地砖翘起，容易绊倒。',
    note: '重新铺贴 4 块。',
    cost: ['地砖', 4, 3200],
  },
  { what: '日常保洁/地面、走廊', place: '1层 走廊', words: '有人打翻了饮料。', note: '已清理。' },
  { what: '日常保洁/卫生间', place: '2层 男卫生间', words: '没有卫生纸了。', note: '已补充。' },
  { what: '日常保洁/垃圾清运', place: '3层 茶水间', words: '垃圾桶满了。', note: '已清运。' },
  { what: '环境/绿植', place: '3层 走廊', words: '绿萝叶子发黄。', note: '已更换两盆。' },
  { what: '消防/通道堵塞、防火门', place: '2层 走廊', words: '防火门被纸箱挡住。', note: '已清理并告知使用部门。' },
  { what: '场地/湿滑、缺损', place: '1层 男卫生间', words: '门口地垫卷边，容易绊倒。', note: '已更换地垫。' },
]

function costsOf({ cost, isVendor }: Pattern, minutes: number): CostLine[] {
  if (!cost) return []
  const [name, quantity, unitPriceFen] = cost
  const labour: CostLine = {
    kind: 'labour',
    name: '人工',
    quantity: Math.max(0.5, Math.round(minutes / 30) / 2),
    unitPriceFen: 6000,
  }
  return [{ kind: isVendor ? 'vendor' : 'part', name, quantity, unitPriceFen }, ...(isVendor ? [] : [labour])]
}

/** How it went on after it was done. */
function afterwards(chance: Chance): Deed[] {
  const deeds: Deed[] = []
  if (chance.happens(0.55)) {
    const stars = chance.pick([5, 5, 5, 4, 4, 3, 2])
    const reasons = chance.happens(0.7)
      ? [chance.pick(['attitude', 'speed', 'quality', 'tidiness', 'communication'])]
      : []
    const words =
      stars <= 3
        ? chance.pick(['来得有点慢。', '修好了，但现场没有收拾。', ''])
        : chance.pick(['很快，谢谢！', '师傅很专业。', '', ''])
    deeds.push({ act: 'rate', after: chance.whole(10, 120), stars, reasons, words })
  }
  if (chance.happens(0.12))
    deeds.push({ act: 'visit', after: chance.whole(60, 150), outcome: 'unreachable', words: '无人接听。' })
  deeds.push({
    act: 'visit',
    after: chance.whole(120, 500),
    outcome: 'satisfied',
    words: chance.pick(['已恢复正常。', '满意。', '']),
  })
  return deeds
}

/** From report to the end, most of it in time. */
function courseOf(pattern: Pattern, chance: Chance): Deed[] {
  if (chance.happens(0.05)) return [{ act: 'cancel', after: chance.whole(5, 60), reason: '自己处理好了。' }]
  if (chance.happens(0.04)) {
    return [{ act: 'refuse', after: chance.whole(20, 90), reason: '属于使用部门自购设备，请联系供应商。' }]
  }
  const isSlow = chance.happens(0.15)
  const isLong = /^(水电|空调|门窗|墙面|消防|场地|环境)/.test(pattern.what)
  const taken = chance.happens(0.25)
    ? [grab(chance.whole(5, 60))]
    : [assign(chance.whole(1, 8)), accept(isSlow ? chance.whole(125, 200) : chance.whole(8, 70))]
  const planned = isLong && chance.happens(0.6) ? [plan(chance.whole(5, 60), chance.whole(60, 300))] : []
  const minutes = isLong ? chance.whole(20, 160) : chance.whole(10, 35)
  const hung: Deed[] =
    isLong && chance.happens(0.15)
      ? [
          { act: 'hang', after: 20, reason: chance.pick(['part', 'access', 'vendor', 'weather']), note: '', inDays: 3 },
          { act: 'resume', after: chance.whole(200, 700) },
        ]
      : []
  const done = finish(isSlow ? minutes + 400 : minutes, pattern.note, costsOf(pattern, minutes))
  return [...taken, ...planned, start(chance.whole(5, isLong ? 90 : 12)), ...hung, done, ...afterwards(chance)]
}

/** So many stories that are over, evenly between `from` and `to` service minutes ago. */
export function pastStories(
  count: number,
  from: number,
  to: number,
  buildings: readonly string[],
  chance: Chance,
): Story[] {
  return Array.from({ length: count }, (_, i) => {
    const pattern = patterns[(i * 7) % patterns.length] as Pattern
    const { what, place, words, isOfAsset } = pattern
    return {
      what,
      building: chance.pick(buildings),
      place,
      words,
      ...(isOfAsset ? { isOfAsset } : {}),
      channel: chance.pick(['app', 'app', 'door', 'door', 'hotline', 'wecom', 'paper'] as const),
      ...(chance.happens(0.2) ? { others: chance.whole(1, 3) } : {}),
      minutesAgo: Math.round(from + ((to - from) * (i + chance.next())) / count),
      deeds: courseOf(pattern, chance),
    }
  })
}
