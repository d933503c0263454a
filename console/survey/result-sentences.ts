import type { closeAction, saveAction } from '../../contract/survey-actions'
import type { exportResults, getCrossTab, getParticipation, getResults, listTexts } from '../../contract/survey-results'
import type { Sentences } from '../ui/trouble'

const noSurvey = '没有这份问卷，请回到问卷列表。'
const notYet = '现在还不能看结果。问卷结束以后，或者答卷够多的时候，结果会出现在这里。'
const tooFew = '答卷太少。为了不让人猜出是谁答的，人数够了才能看。'
const noFilter = '没有这道题或这个选项，请重新选择。'

const reading = { NO_SUCH_SURVEY: noSurvey, NOT_YET: notYet, TOO_FEW: tooFew, NO_SUCH_FILTER: noFilter }

export const resultsSentences = reading satisfies Sentences<typeof getResults>
export const crossTabSentences = reading satisfies Sentences<typeof getCrossTab>
export const textsSentences = {
  ...reading,
  TOO_FEW: '写了字的人不到 10 个，暂时不显示原话，免得认出是谁写的。',
} satisfies Sentences<typeof listTexts>

export const exportSentences = {
  NO_SUCH_SURVEY: noSurvey,
  NOT_YET: notYet,
  TOO_FEW: tooFew,
  NEEDS_CONSOLE: '导出要在电脑上进行，请用网页管理台打开。',
} satisfies Sentences<typeof exportResults>

export const participationSentences = { NO_SUCH_SURVEY: noSurvey } satisfies Sentences<typeof getParticipation>

export const saveActionSentences = {
  NO_SUCH_ACTION: '这件事已经不在了，请刷新列表。',
  CHANGED_MEANWHILE: '这件事刚刚被别人改过，没有保存。请关上再打开，看过以后再改。',
  NEEDS_OWNER_AND_DATE: '采纳了就要有人做：请选择负责人和期限。',
  NEEDS_REASON: '请写明理由，大家会在“你说，我们改”里看到。',
  NO_SUCH_PERSON: '名册里没有这位同事，请重新选择负责人。',
  NO_SUCH_SURVEY: '这件事来自的问卷已经不在了，请刷新页面。',
  IS_CLOSED: '这件事已经复测结束，不能再改。有新的想法请另立一件。',
} satisfies Sentences<typeof saveAction>

export const closeActionSentences = {
  NO_SUCH_ACTION: '这件事已经不在了，请刷新列表。',
  NOT_DONE: '先标为“已做完”，再用后来的问卷复测。',
  NO_SUCH_SURVEY: '没有这份问卷，请重新选择。',
  NOT_MEASURED_AGAIN:
    '这份问卷不能用来复测：要在标为“已做完”、原来的问卷也结束以后才开始，题目还要和原来一字不差。请换一份；还没有的话，现在发一份问同样题目的问卷，结束以后再来复测。',
  TOO_FEW: '给这道题打分的不到 10 人，还说明不了什么。请换一份，或者再问一次、多请些人答；刚刚结束的，过一分钟再试。',
} satisfies Sentences<typeof closeAction>
