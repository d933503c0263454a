import type { suggest, voteAction } from '../../../contract/survey-actions'
import type { getQuestionnaire, submitAnswers } from '../../../contract/survey-answering'
import type { getResults } from '../../../contract/survey-results'

/** A whole sentence for each refusal that says what to do next. */
type Sentences<P extends { refusals: readonly string[] }> = Record<P['refusals'][number], string>

const notThere = {
  NO_SUCH_SURVEY: '找不到这份问卷，可能已经收回。请到「问卷」里看看还有哪些。',
  NOT_FOR_YOU: '这份问卷是发给别的同事的，不需要您回答。谢谢您的关心。',
  NOT_OPEN: '这份问卷现在不能回答：还没有开始，或者已经截止了。',
}

export const questionnaireSentences: Sentences<typeof getQuestionnaire> = notThere

export const submitSentences: Sentences<typeof submitAnswers> = {
  ...notThere,
  ALREADY_ANSWERED: '您的答卷之前已经交上了，每人只交一次。谢谢您。',
  OTHER_VERSION: '问卷刚刚有改动，请退出后重新打开再答。',
}

export const resultSentences: Sentences<typeof getResults> = {
  NO_SUCH_SURVEY: notThere.NO_SUCH_SURVEY,
  NOT_YET: '结果还没有公布。问卷截止后再来看。',
  TOO_FEW: '回答的人太少，为了不让人猜出是谁，结果不显示。',
  NO_SUCH_FILTER: '没有这样的筛选条件，请看全部结果。',
}

export const suggestSentences: Sentences<typeof suggest> = {
  TOO_MANY_TODAY: '今天已经提了五条建议，明天再来吧。您写的内容还留着。',
}

export const voteSentences: Sentences<typeof voteAction> = {
  NO_SUCH_ACTION: '这一项已经撤下了，请刷新后再看。',
  NOT_DONE: '这一项还没有改好，改好以后再来说说您的感受。',
}
