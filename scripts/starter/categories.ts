import type { TicketKind } from '../../contract/repair-lifecycle'
import type { usualLimits } from './limits'

interface Leaf {
  name: string
  limits: keyof typeof usualLimits
  skill?: string
  questions?: readonly (readonly [question: string, ...choices: string[]])[]
  selfHelp?: string
}

/** Groups of each kind with what is reported in them: where an institution begins; it changes them as it likes. */
export const starterTree: Readonly<Record<TicketKind, Readonly<Record<string, readonly Leaf[]>>>> = {
  repair: {
    水电: [
      {
        name: '漏水、积水',
        limits: 'works',
        skill: '水暖',
        questions: [['水还在流吗？', '还在流', '已经关阀', '只是滴水']],
        selfHelp:
          '水龙头或角阀漏水：先顺时针拧紧龙头下方的角阀，水一般就停了。\n水流较大或滴到插座上，请直接选「紧急」并拨打值班电话。',
      },
      {
        name: '下水堵塞',
        limits: 'works',
        skill: '水暖',
        questions: [['哪里堵了？', '洗手池', '地漏', '便池', '其他']],
      },
      {
        name: '停电、跳闸',
        limits: 'power',
        skill: '电工',
        questions: [['停电的范围？', '一个插座', '一个房间', '整层', '整栋楼'], ['停电前在用什么？']],
        selfHelp: '只有一个房间停电：拔下取暖器、水壶等大功率电器，再请值班人员合闸。请不要自行打开配电箱。',
      },
      {
        name: '灯不亮、闪烁',
        limits: 'works',
        skill: '电工',
        questions: [['坏了几盏？', '1 盏', '2 至 4 盏', '5 盏以上']],
      },
      { name: '插座、开关', limits: 'power', skill: '电工', questions: [['有没有焦味或火花？', '没有', '有']] },
      { name: '饮水、热水', limits: 'works', skill: '水暖' },
    ],
    空调: [
      {
        name: '不制冷、不制热',
        limits: 'works',
        skill: '空调',
        questions: [['面板上显示什么？', '正常亮着', '不亮', '故障代码']],
        selfHelp:
          '1. 看面板：夏季应为「制冷」，温度低于室温，风速不在最低档。\n2. 关闭门窗，等十分钟。\n3. 面板不亮时，看墙上的空调开关是否打开。\n4. 下班后和周末，中央空调按楼宇时间表停机。',
      },
      { name: '漏水、异响', limits: 'works', skill: '空调' },
      { name: '面板、遥控器', limits: 'equipment', skill: '空调' },
    ],
    网络与办公设备: [
      {
        name: '网络不通',
        limits: 'network',
        skill: '网络',
        questions: [
          ['有线还是无线？', '有线', '无线', '都不通'],
          ['旁边的人能上网吗？', '能', '不能', '不清楚'],
        ],
        selfHelp: '1. 拔下网线再插紧，或关闭无线网后重新连接。\n2. 重启电脑。\n3. 网页提示认证时，用工号重新登录。',
      },
      { name: '电话', limits: 'network', skill: '网络' },
      {
        name: '打印机、复印机',
        limits: 'equipment',
        skill: '办公设备',
        questions: [['现象？', '卡纸', '印不清', '连不上', '缺粉缺纸', '其他']],
        selfHelp: '卡纸：打开前盖和后盖，顺着走纸方向慢慢抽出，合盖后按「继续」。\n连不上：关机等半分钟再开机。',
      },
      { name: '电脑、显示器', limits: 'equipment', skill: '办公设备' },
      {
        name: '会议室投影、音响',
        limits: 'equipment',
        skill: '办公设备',
        questions: [['会议什么时候开始？']],
        selfHelp: '没有画面：确认线插紧，按遥控器「信号源」选 HDMI；电脑按 Windows + P 选「复制」。',
      },
    ],
    门窗家具: [
      {
        name: '门锁、门禁',
        limits: 'works',
        skill: '门锁',
        questions: [['现在能锁上吗？', '能', '不能', '打不开门']],
      },
      { name: '门窗、玻璃', limits: 'works', skill: '木工' },
      { name: '桌椅柜', limits: 'works', skill: '木工' },
      { name: '窗帘、挂件', limits: 'works', skill: '木工' },
    ],
    电梯: [
      {
        name: '困人',
        limits: 'lift',
        skill: '电梯',
        questions: [['被困几人？'], ['有没有人不舒服？', '没有', '有']],
        selfHelp: '请不要扒门。按住轿厢内的呼叫按钮，并拨打值班电话；救援人员 30 分钟内到场。',
      },
      { name: '停运、异响', limits: 'lift', skill: '电梯' },
      { name: '按键、照明', limits: 'lift', skill: '电梯' },
    ],
    墙面地面: [
      { name: '墙面渗水、掉皮', limits: 'works', skill: '木工' },
      { name: '地砖、地板', limits: 'works', skill: '木工' },
    ],
  },
  cleaning: {
    日常保洁: [
      { name: '地面、走廊', limits: 'cleaning', skill: '保洁' },
      { name: '卫生间', limits: 'cleaning', skill: '保洁', questions: [['缺什么？', '不缺', '卫生纸', '洗手液']] },
      { name: '会后清洁', limits: 'cleaning', skill: '保洁' },
      { name: '垃圾清运', limits: 'cleaning', skill: '保洁' },
    ],
    环境: [
      { name: '虫鼠', limits: 'pests', skill: '保洁' },
      { name: '绿植', limits: 'pests', skill: '保洁' },
    ],
  },
  hazard: {
    消防: [
      { name: '通道堵塞、防火门', limits: 'hazard', skill: '消防' },
      { name: '灭火器、应急灯', limits: 'hazard', skill: '消防' },
    ],
    用电用气: [
      { name: '私拉电线、过载', limits: 'hazard', skill: '电工' },
      {
        name: '异味、漏气',
        limits: 'hazard',
        skill: '消防',
        selfHelp: '先离开并开窗，不要开关电灯和电器，到室外再拨打值班电话。',
      },
    ],
    场地: [
      { name: '松动、可能坠落', limits: 'hazard', skill: '木工' },
      { name: '湿滑、缺损', limits: 'hazard', skill: '保洁' },
    ],
  },
  praise: {
    表扬: [
      { name: '维修服务', limits: 'none' },
      { name: '保洁服务', limits: 'none' },
      { name: '其他', limits: 'none' },
    ],
  },
}
