import * as v from 'valibot'
import { id, instant, pageOf, paging, text } from './fields'
import { duty } from './people'
import { procedure } from './procedure'

/** Who is signed in, and what the client needs to know about the institution. */
export const me = v.object({
  personId: id,
  name: v.string(),
  staffNumber: v.string(),
  department: v.string(),
  departmentPath: v.array(v.string()),
  /** From the root down to their own: the room rules ask for them. */
  departmentIds: v.array(id),
  maskedPhone: v.string(),
  duties: v.array(duty),
  institution: v.object({ slug: v.string(), name: v.string(), zone: v.string() }),
  unreadNotices: v.number(),
})
export type Me = v.InferOutput<typeof me>

/** A new session. `token` goes into `Authorization: Bearer`. */
export const session = v.object({ token: v.string(), expiresAt: instant, me })
export type Session = v.InferOutput<typeof session>

export const client = v.picklist(['weapp', 'alipay', 'h5', 'console'])
export type Client = v.InferOutput<typeof client>

/**
 * Which account of which platform is asking. In WeChat the cloud knows it (`getWXContext`), and nothing sent counts;
 * Alipay sends a one-time auth code; H5 sends a secret this browser made for itself.
 */
export const account = v.variant('provider', [
  v.object({ provider: v.literal('wechat') }),
  v.object({ provider: v.literal('alipay'), authCode: text(200, '授权码') }),
  v.object({
    provider: v.literal('device'),
    secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{32,64}$/, '设备凭据不对')),
  }),
])
export type Account = v.InferOutput<typeof account>

/** An account that no person is bound to, or that the platform does not vouch for. */
const accountRefusals = ['NOT_BOUND', 'ACCOUNT_UNKNOWN', 'LEFT'] as const

export const personas = [
  'staff',
  'colleague',
  'dispatcher',
  'technician',
  'kitchen',
  'fleet',
  'surveyor',
  'manager',
  'admin',
  'outsider',
] as const

export const signInAsDemo = procedure('people.signInAsDemo', {
  summary: 'Sign in as somebody of the demo institution. Exists only with DEMO=1.',
  input: v.object({ persona: v.picklist(personas), client: v.optional(client, 'h5') }),
  output: session,
  refusals: [],
  may: 'anyone',
})

export const signIn = procedure('people.signIn', {
  summary:
    'Sign in with an account that is bound to somebody on the roster. `NOT_BOUND` brings what a replaced account was told.',
  input: v.object({ account, client }),
  output: session,
  refusals: accountRefusals,
  may: 'anyone',
})

export const bindByInvitation = procedure('people.bindByInvitation', {
  summary: 'Bind this account to the person with this staff number by a one-time invitation code, and sign in.',
  input: v.object({ account, client, staffNumber: text(30, '工号'), invitationCode: text(20, '邀请码') }),
  output: session,
  refusals: ['INVITATION_INVALID', 'ACCOUNT_UNKNOWN', 'TOO_MANY_TRIES'],
  may: 'anyone',
})

export const bindByPhone = procedure('people.bindByPhone', {
  summary: 'Bind this account to the person with this phone number, which WeChat or Alipay has verified, and sign in.',
  input: v.object({ account, client, phoneCode: text(4000, '手机号授权') }),
  output: session,
  refusals: ['PHONE_NOT_ON_ROSTER', 'PHONE_NOT_VERIFIED', 'ACCOUNT_UNKNOWN'],
  may: 'anyone',
})

export const requestBinding = procedure('people.requestBinding', {
  summary: 'Ask an administrator to bind this account to the person with this staff number and name.',
  input: v.object({ account, institution: text(40, '单位'), staffNumber: text(30, '工号'), name: text(30, '姓名') }),
  output: v.object({ requestedAt: instant }),
  refusals: ['ACCOUNT_UNKNOWN', 'NO_SUCH_INSTITUTION', 'TOO_MANY_TRIES'],
  may: 'anyone',
})

export const bindingRequest = v.object({
  requestId: id,
  provider: v.string(),
  staffNumber: v.string(),
  name: v.string(),
  /** The roster's name for that staff number; absent when there is none. */
  rosterName: v.optional(v.string()),
  requestedAt: instant,
})

export const listBindingRequests = procedure('people.listBindingRequests', {
  summary: 'Requests to be bound that wait for a decision, oldest first.',
  input: v.object(paging),
  output: pageOf(bindingRequest),
  refusals: [],
  may: 'admin',
  readsPersonalData: true,
})

export const decideBinding = procedure('people.decideBinding', {
  summary: 'Approve or reject a request to be bound.',
  input: v.object({ requestId: id, isApproved: v.boolean() }),
  output: v.object({ requestId: id, isApproved: v.boolean() }),
  refusals: ['NO_SUCH_REQUEST', 'NO_SUCH_PERSON'],
  may: 'admin',
  writes: true,
})

export const invitePerson = procedure('people.invitePerson', {
  summary: 'Make a one-time invitation code (7 days) for somebody; an earlier one stops working.',
  input: v.object({ personId: id }),
  output: v.object({ staffNumber: v.string(), invitationCode: v.string(), expiresAt: instant }),
  refusals: ['NO_SUCH_PERSON'],
  may: 'admin',
  writes: true,
  answersSecret: true,
})

export const signInByLink = procedure('people.signInByLink', {
  summary: 'Sign in by a one-time link printed by `npm run sign-in-link`.',
  input: v.object({ link: text(100, '链接'), client: v.optional(client, 'h5') }),
  output: session,
  refusals: ['LINK_INVALID'],
  may: 'anyone',
})

/** The code a console or H5 page shows is the SHA-256 of a secret it keeps, base64url, first 22 characters. */
const scanCode = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/, '登录码不完整，请刷新后重新扫描'))

export const confirmScanSignIn = procedure('people.confirmScanSignIn', {
  summary: 'Confirm on the phone that the console (or page) showing this code may sign in as me.',
  input: v.object({ code: scanCode }),
  output: v.object({ confirmedAt: instant }),
  refusals: ['CODE_USED'],
  may: 'staff',
  writes: true,
})

export const finishScanSignIn = procedure('people.finishScanSignIn', {
  summary: 'Asked by the page that shows the code until somebody has confirmed it; the secret is its proof.',
  input: v.object({ secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{32,64}$/, '登录凭据不对')), client }),
  output: session,
  refusals: ['NOT_CONFIRMED', 'CODE_EXPIRED'],
  may: 'anyone',
})

export const signOut = procedure('people.signOut', {
  summary: 'End this session.',
  input: v.object({}),
  output: v.object({ signedOut: v.boolean() }),
  refusals: [],
  may: 'staff',
  writes: true,
})

export const getMe = procedure('people.getMe', {
  summary: 'Who is signed in, with duties and institution.',
  input: v.object({}),
  output: me,
  refusals: [],
  may: 'staff',
})
