import type { SurveyItem } from './survey-definition'

/** The core that new rounds are made from. */
export const coreVersion = '2026-1'

const asked = { hint: '', isRequired: true } as const
const csat = (code: string, title: string): SurveyItem => ({ ...asked, code, kind: 'csat', title, hasDontKnow: true })

/**
 * The eight questions of the quarterly core by its version: the same words each quarter, so that rounds can be compared.
 * A version is never changed; other words are another version.
 */
export const lockedCores: { readonly [version: string]: readonly SurveyItem[] | undefined } = {
  [coreVersion]: [
    csat('q1', '总体来说，您对后勤服务满意吗？'),
    csat('q2', '您对食堂的饭菜和服务满意吗？'),
    csat('q3', '您对办公环境（卫生、温度、绿化）满意吗？'),
    csat('q4', '您对报修的响应速度和维修质量满意吗？'),
    csat('q5', '您对会议室的预订和会议服务满意吗？'),
    csat('q6', '您对班车的准点和乘坐感受满意吗？'),
    {
      ...asked,
      code: 'q7',
      kind: 'single',
      title: '与上个季度相比，您觉得后勤服务有变化吗？',
      options: [
        { code: 'o1', text: '变好了' },
        { code: 'o2', text: '没有变化' },
        { code: 'o3', text: '变差了' },
        { code: 'o4', text: '不了解', isDontKnow: true },
      ],
      isRandom: false,
    },
    { ...asked, code: 'q8', kind: 'nps', title: '您有多愿意向同事推荐我们的后勤服务？' },
  ],
}
