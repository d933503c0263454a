import type {
  closeSurvey,
  createSurvey,
  getSurvey,
  publishSurvey,
  readSurveyText,
  remindAudience,
  removeSurvey,
  saveSurvey,
} from '../../contract/survey'
import type { getPaperQuestionnaire, submitPaper } from '../../contract/survey-answering'
import type { Sentences } from '../ui/trouble'

export const noRefusals = {}

const noSurvey = '没有这份问卷，可能刚刚被删除，请回到问卷列表。'
const frozen = '这份问卷已经发布，题目不能再改。要改请复制成一份新的草稿。'
const changed = '这份问卷刚刚被别人改过，您的改动没有保存。载入最新内容后再改；怕丢的话，先用“下载 JSON”存一份。'
const notOpen = '这份问卷已经结束，请刷新页面。'
const tooEarly = '结束时间太早了，至少要在开始之后、现在之后，请重新选择。'

export const surveySentences = { NO_SUCH_SURVEY: noSurvey } satisfies Sentences<typeof getSurvey>

export const createSentences = {
  NO_SUCH_SURVEY: '要复制的问卷已经不在了，请刷新列表。',
} satisfies Sentences<typeof createSurvey>

export const saveSentences = {
  NO_SUCH_SURVEY: noSurvey,
  FROZEN: frozen,
  CHANGED_MEANWHILE: changed,
  NO_SUCH_AUDIENCE: '调查对象里有的部门或院区已经不在了，请重新选择。',
} satisfies Sentences<typeof saveSurvey>

export const publishSentences = {
  NO_SUCH_SURVEY: noSurvey,
  FROZEN: '这份问卷已经发布过了，请刷新页面。',
  CHANGED_MEANWHILE: '这份问卷刚刚被别人改过，没有发布。请载入最新内容，看过以后再发布。',
  HAS_ERRORS: '还有必须改好的地方，没有发布。请按检查结果改好再发布。',
  NOBODY_INVITED: '调查对象里现在一个人也没有，没有发布。请换一个范围，例如更多部门或更长的时间。',
  CLOSES_TOO_EARLY: tooEarly,
} satisfies Sentences<typeof publishSurvey>

export const closeSentences = {
  NO_SUCH_SURVEY: noSurvey,
  NOT_OPEN: notOpen,
  CLOSES_TOO_EARLY: '新的结束时间要比现在的晚，请重新选择。',
} satisfies Sentences<typeof closeSurvey>

export const removeSentences = {
  NO_SUCH_SURVEY: '这份草稿已经被删除，请刷新列表。',
  FROZEN: '这份问卷已经发布，答卷要保留，不能删除。',
} satisfies Sentences<typeof removeSurvey>

export const remindSentences = {
  NO_SUCH_SURVEY: noSurvey,
  NOT_OPEN: notOpen,
  REMINDED_TODAY: '今天已经提醒过了，每天最多一次，请明天再来。',
} satisfies Sentences<typeof remindAudience>

export const pasteSentences = {
  NOTHING_READ: '没有认出题目。请按“1、题目 [单选题]”的样子写题目，下面每行一个选项，再试一次。',
} satisfies Sentences<typeof readSurveyText>

const noPaperSurvey = '没有这份问卷，请回到列表重新选择。'

export const paperSentences = {
  NO_SUCH_SURVEY: noPaperSurvey,
  NOT_OPEN: '这份问卷还没有开始，或者已经结束，不能录入。',
} satisfies Sentences<typeof getPaperQuestionnaire>

export const enterPaperSentences = {
  NO_SUCH_SURVEY: noPaperSurvey,
  NOT_OPEN: '问卷已经结束，这一份没有录进去，后面的也不能再录。',
  OTHER_VERSION: '问卷和打开时的不一样了，这一份没有录进去。请刷新页面再录。',
  NO_SUCH_PERSON: '花名册里没有这个工号，这一份没有录进去。请对照纸面检查工号。',
  ALREADY_ANSWERED: '这位同事已经答过（在手机上，或者已录过纸质答卷），每人只算一份，这一份没有录进去。',
  NEEDS_PERSON: '这是实名问卷，请先填写工号。',
} satisfies Sentences<typeof submitPaper>
