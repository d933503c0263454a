import type { changePerson, exportRoster, getPerson, importRoster, previewRoster } from '../../contract/people'
import type { decideBinding, finishScanSignIn, invitePerson, signInByLink } from '../../contract/people-sign-in'
import type { Sentences } from '../ui/trouble'

const noSuchPerson = '花名册里没有这个人，可能刚刚被删除或合并；请刷新名单。'
const lastAdmin = '这是本单位最后一位管理员：撤掉之后将没有人能管理人员。请先把“管理员”授予另一位同事。'
const needsConsole = '这项操作只能在管理后台进行，请在本页重新登录后再试。'

export const noRefusals = {} satisfies Record<never, string>

export const getPersonSentences = { NO_SUCH_PERSON: noSuchPerson } satisfies Sentences<typeof getPerson>

export const changePersonSentences = {
  NO_SUCH_PERSON: noSuchPerson,
  LAST_ADMIN: lastAdmin,
} satisfies Sentences<typeof changePerson>

export const invitePersonSentences = { NO_SUCH_PERSON: noSuchPerson } satisfies Sentences<typeof invitePerson>

export const previewRosterSentences = {
  UNREADABLE_FILE:
    '这个文件打不开。请用 Excel（.xlsx）或逗号分隔（.csv）格式另存后重新选择；旧的 .xls 格式也需要另存。',
  NO_HEADER_ROW: '没有找到表头。表里需要有一行写着“工号”和“姓名”，下面才是名单。',
  TOO_MANY_ROWS: '行数超过了 30000 行，请拆成几个文件分别导入。',
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof previewRoster>

export const importRosterSentences = {
  DOUBLED_STAFF_NUMBER: '有工号出现了不止一次，没有导入任何一行。请修改或不导入重复的行，再试一次。',
  LAST_ADMIN: lastAdmin,
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof importRoster>

export const exportRosterSentences = { NEEDS_CONSOLE: needsConsole } satisfies Sentences<typeof exportRoster>

export const decideBindingSentences = {
  NO_SUCH_REQUEST: '这条申请已经由别人处理，或者已被撤回；名单已刷新。',
  NO_SUCH_PERSON: '花名册里没有这个工号，不能通过；请先在花名册中添加此人，或拒绝这条申请。',
} satisfies Sentences<typeof decideBinding>

export const signInByLinkSentences = {
  LINK_INVALID: '这个登录链接已经用过或已过期，请在服务器上重新生成，或改用扫码登录。',
} satisfies Sentences<typeof signInByLink>

export const finishScanSentences = {
  NOT_CONFIRMED: '等待在手机上确认。',
  CODE_EXPIRED: '登录码已过期，正在换一个新的。',
} satisfies Sentences<typeof finishScanSignIn>
