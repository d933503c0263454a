import type { RatingChip } from '../../contract/canteen-ratings'

/** What somebody says of a dish, and what the kitchen answers. */
export interface Voice {
  stars: number
  chips: readonly RatingChip[]
  words: string
  reply: string
}

const thanks = '谢谢您的肯定，我们会一直这样做。'
const voice = (stars: number, chips: readonly RatingChip[], words: string, reply = thanks): Voice => ({
  stars,
  chips,
  words,
  reply,
})

/** Said of any dish. */
export const voices: readonly Voice[] = [
  voice(5, ['taste'], '今天的火候正好，很入味。'),
  voice(5, ['taste', 'portion'], '味道好，分量也足。'),
  voice(5, ['service'], '窗口的师傅很热情，主动提醒小心烫。', '您的话已转告窗口的师傅，谢谢您。'),
  voice(5, ['temperature'], '端上来还是热的，冬天吃很舒服。'),
  voice(5, [], '比上个月做得好，希望常做。', '谢谢，下周的菜单里还有这道菜。'),
  voice(4, ['taste'], '整体不错，再少放一点油就更好了。', '谢谢建议，从明天起炒菜用油减一成，请您再尝尝。'),
  voice(4, ['portion'], '好吃，就是分量比上周少了一点。', '分量以克数为准，我们已重新校准打菜的勺子。'),
  voice(4, ['service'], '味道可以，排队时间有点长。', '十二点前后人最多，下周起我们在高峰时多开一个窗口。'),
  voice(3, ['taste'], '稍微咸了一点。', '谢谢提醒，我们已经把这道菜的用盐量减下来了。'),
  voice(3, ['temperature'], '来得晚，菜有点凉了。', '抱歉。保温台已调高温度，十二点半以后改为小锅现炒。'),
  voice(3, ['taste'], '豆角炒得有点老，口感一般。', '谢谢，已请采购选嫩一些的，也缩短了翻炒的时间。'),
  voice(2, ['taste'], '今天太油了，吃到后面有点腻。', '抱歉让您吃得不舒服。已和厨师核对做法，明天起先沥油再装盘。'),
  voice(
    2,
    ['portion', 'service'],
    '十二点四十来就没有了，只能换别的。',
    '抱歉。我们按预订人数加量准备，您提前点一下“明天吃”会更有把握。',
  ),
]

/** What waits for an answer: the newest first. Minutes before now, as far as the meal had begun. */
export const waiting: readonly (Voice & { minutesAgo: number })[] = [
  { minutesAgo: 25, ...voice(4, ['taste'], '很下饭，能不能把辣度标得再清楚一点？') },
  { minutesAgo: 50, ...voice(1, ['hygiene'], '菜里有一根头发，请注意卫生。') },
  { minutesAgo: 80, ...voice(3, ['temperature'], '汤是温的，希望再热一点。') },
]

/** Asked some days ago, and still nobody has answered. */
export const overlooked: Voice = voice(2, ['taste'], '米饭有点夹生，不好消化。')

/** What the first person said, with how it went on. */
export const ownVoices: readonly (Voice & { daysAgo: number; further?: string; answer?: string })[] = [
  {
    daysAgo: 2,
    ...voice(5, ['taste'], '今天的菜做得很地道，同桌的人都说好。'),
  },
  {
    daysAgo: 3,
    ...voice(3, ['taste'], '味道不错，但是偏咸，希望能淡一点。', '谢谢您。我们会把这道菜的用盐量定成克数，统一称量。'),
    further: '好的，下次再来尝尝。',
    answer: '改好以后会在这里告诉您，也欢迎您到窗口当面说。',
  },
]

/** 整改: what the kitchen does about it. */
export const actions = [
  {
    title: '大众菜统一称盐，按标准克数下料',
    detail: '多位同事反映偏咸。各窗口配电子秤，每道菜的用盐量写在配料卡上，班长每天抽查两道。',
    status: 'doing',
    outcome: '',
    dueInDays: 4,
  },
  {
    title: '高峰时增开一个打菜窗口',
    detail: '12:00 至 12:30 排队超过十分钟。调一名师傅支援，先试行两周。',
    status: 'done',
    outcome: '本周已增开，平均排队时间由 11 分钟降到 6 分钟。',
    dueInDays: -1,
  },
] as const
