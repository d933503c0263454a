import type { TemplateWord } from '../../contract/survey'
import { definitionVersion, type SurveyDefinition, type SurveyItem } from '../../contract/survey-definition'
import { coreVersion, lockedCores } from '../../contract/survey-locked-core'

type Words = readonly string[]

const asked = { hint: '', isRequired: true } as const
const csat = (code: string, title: string): SurveyItem => ({ ...asked, code, kind: 'csat', title, hasDontKnow: true })
const unlike = (code: string, title: string, hint = '不用写姓名，也请不要写能认出别人的内容。'): SurveyItem => ({
  code,
  kind: 'longText',
  title,
  hint,
  isRequired: false,
})

const optionsOf = (words: Words) => words.map((text, index) => ({ code: `o${index + 1}`, text }))

/** One of several, with 不了解 at the end. */
function single(code: string, title: string, words: Words): SurveyItem {
  const dontKnow = { code: `o${words.length + 1}`, text: '不了解', isDontKnow: true as const }
  return { ...asked, code, kind: 'single', title, options: [...optionsOf(words), dontKnow], isRandom: false }
}

/** Up to three of several, in random order, with words of one's own and none of them. */
function upToThree(code: string, title: string, words: Words): SurveyItem {
  const options = [
    ...optionsOf(words),
    { code: `o${words.length + 1}`, text: '其他', isOther: true as const },
    { code: `o${words.length + 2}`, text: '没有要改进的', isExclusive: true as const },
  ]
  const hint = '最多选三项。'
  return { ...asked, code, kind: 'multiple', title, hint, options, isRandom: true, least: 1, most: 3 }
}

/** Satisfaction with several things at once. */
function matrix(code: string, title: string, words: Words): SurveyItem {
  const rows = words.map((text, index) => ({ code: `r${index + 1}`, text }))
  const options = [
    ...optionsOf(['很满意', '满意', '一般', '不满意', '很不满意']),
    { code: 'o6', text: '不了解', isDontKnow: true as const },
  ]
  return { ...asked, code, kind: 'matrix', title, rows, options }
}

/** Asked of those who gave one or two points of five: what went wrong. */
function whyNot(code: string, of: string, title: string): SurveyItem {
  return { ...unlike(code, title), visibleIf: { op: 'le', item: of, value: 2 } }
}

function made(title: string, intro: string, ...pages: SurveyItem[][]): SurveyDefinition {
  const thanks = '谢谢您！结果和改进情况会在“你说，我们改”里公布。'
  return { version: definitionVersion, title, intro, thanks, pages: pages.map((items) => ({ items })) }
}

const someTime = '大约需要一分钟。请按您最近三个月的真实感受回答；没有用过的，请选“不了解”。'

const templates: Record<TemplateWord, SurveyDefinition> = {
  blank: made('新问卷', '', []),
  core: {
    ...made(
      '季度后勤满意度调查',
      '每个季度都问同样的八个问题，好看出哪里变好了、哪里还要改。请按本季度的真实感受回答；没有用过的，请选“不了解”。',
      [...(lockedCores[coreVersion] ?? [])],
    ),
    coreVersion,
  },
  canteen: made(
    '食堂满意度调查',
    someTime,
    [
      csat('q1', '总体来说，您对食堂满意吗？'),
      whyNot('q2', 'q1', '哪里让您不满意？'),
      matrix('q3', '您对下面各项满意吗？', [
        '饭菜口味',
        '菜品花样',
        '饭菜温度',
        '分量',
        '价格',
        '餐具和就餐区卫生',
        '窗口服务',
      ]),
    ],
    [
      single('q4', '中午打饭一般要排多久？', ['5 分钟以内', '5 到 10 分钟', '10 到 20 分钟', '20 分钟以上']),
      single('q5', '早餐、晚餐的供应时间合适吗？', ['合适', '早餐应该早一些', '晚餐应该晚一些', '早晚都应该延长']),
      upToThree('q6', '您最希望食堂先改进什么？', [
        '口味清淡一些',
        '多换花样',
        '增加素菜和粗粮',
        '增加清真或忌口的选择',
        '标清过敏原',
        '缩短排队',
        '保证饭菜热',
      ]),
      unlike('q7', '您还想吃到什么菜，或有什么建议？'),
    ],
  ),
  environment: made(
    '办公环境满意度调查',
    someTime,
    [
      csat('q1', '总体来说，您对办公环境满意吗？'),
      whyNot('q2', 'q1', '哪里让您不满意？'),
      matrix('q3', '您对下面各处的卫生满意吗？', ['办公室', '走廊和楼梯', '卫生间', '电梯', '院落和绿化', '垃圾清运']),
    ],
    [
      single('q4', '您工作的地方温度合适吗？', ['合适', '偏冷', '偏热', '忽冷忽热']),
      single('q5', '您工作的地方安静吗？', ['安静', '偶尔有噪声', '经常有噪声']),
      upToThree('q6', '您最希望先改善什么？', ['卫生间清洁', '空调和通风', '照明', '噪声', '饮水', '停车', '绿化']),
      unlike('q7', '请写下具体的地点和建议。', '写明楼栋和位置，我们才好去看。不用写姓名。'),
    ],
  ),
  repair: made(
    '报修服务满意度调查',
    someTime,
    [
      csat('q1', '总体来说，您对报修服务满意吗？'),
      whyNot('q2', 'q1', '哪里让您不满意？'),
      csat('q3', '您对师傅上门的速度满意吗？'),
      csat('q4', '您对维修质量满意吗？'),
      csat('q5', '您对师傅的态度和现场清理满意吗？'),
    ],
    [
      single('q6', '最近一次报修，一次就修好了吗？', ['一次修好', '修了两次', '修了三次以上', '还没有修好']),
      upToThree('q7', '您最希望报修先改进什么？', [
        '上门更快',
        '约好时间再来',
        '一次修好',
        '说清楚进度',
        '修完清理现场',
        '配件更齐',
      ]),
      unlike('q8', '您还有什么建议？'),
    ],
  ),
  meeting: made(
    '会议服务满意度调查',
    someTime,
    [
      csat('q1', '总体来说，您对会议服务满意吗？'),
      whyNot('q2', 'q1', '哪里让您不满意？'),
      matrix('q3', '您对下面各项满意吗？', ['预订是否方便', '会议室卫生', '投影和音响', '网络', '茶水', '现场响应']),
    ],
    [
      single('q4', '需要会议室时，一般订得到吗？', ['基本都订得到', '有时订不到', '经常订不到']),
      upToThree('q5', '您最希望先改进什么？', [
        '增加小会议室',
        '设备更好用',
        '空订及时释放',
        '视频会议更稳定',
        '茶水服务',
        '指引更清楚',
      ]),
      unlike('q6', '您还有什么建议？'),
    ],
  ),
  shuttle: made(
    '班车满意度调查',
    someTime,
    [
      csat('q1', '总体来说，您对班车满意吗？'),
      whyNot('q2', 'q1', '哪里让您不满意？'),
      matrix('q3', '您对下面各项满意吗？', ['准点', '发车时间', '线路和站点', '座位是否够', '车内卫生', '司机服务']),
    ],
    [
      single('q4', '您一周大约坐几次班车？', ['几乎每天', '两三次', '一次左右', '很少坐']),
      single('q5', '您等车一般要多久？', ['5 分钟以内', '5 到 10 分钟', '10 分钟以上']),
      upToThree('q6', '您最希望班车先改进什么？', [
        '增加班次',
        '增加座位',
        '调整发车时间',
        '增加站点',
        '更准点',
        '车辆到站提醒',
      ]),
      unlike('q7', '请写下希望增加的站点、时间或其他建议。'),
    ],
  ),
}

/** What a new survey begins with. */
export function templateOf(word: TemplateWord): SurveyDefinition {
  return templates[word]
}
