import type { PersonStatus } from '../../contract/people'
import type { Duty } from '../../contract/procedure'

export const dutyWords = {
  staff: '职工',
  proxy: '代办',
  steward: '会务',
  dispatcher: '调度',
  technician: '维修工',
  kitchen: '食堂',
  fleet: '车队',
  surveyor: '调查',
  manager: '办公室主任',
  admin: '管理员',
  auditor: '审计',
} satisfies Record<Duty, string>

/** Duties that are granted to a person; everybody on the roster is staff without being told. */
const grantedDuties = (Object.keys(dutyWords) as Duty[]).filter((duty) => duty !== 'staff')

export const dutyOptions = grantedDuties.map((value) => ({ value, label: dutyWords[value] }))

export const statusWords = { active: '在岗', onLeave: '休假', left: '已离开' } satisfies Record<PersonStatus, string>

export const statusOptions = (['active', 'onLeave', 'left'] as const).map((value) => ({
  value,
  label: statusWords[value],
}))

const providerWords: Record<string, string> = { wechat: '微信', alipay: '支付宝', device: '网页（本机浏览器）' }

/** How an account's platform is called; one that is not known yet shows its own word. */
export const providerWord = (provider: string): string => providerWords[provider] ?? provider
