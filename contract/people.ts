import * as v from 'valibot'
import { file, id, instant, optionalText, pageOf, paging, text, whole } from './fields'
import { duties, procedure } from './procedure'

export const duty = v.picklist(duties)
export const personStatus = v.picklist(['active', 'onLeave', 'left'])
export type PersonStatus = v.InferOutput<typeof personStatus>

/** What colleagues may know of each other: enough to book for somebody, no phone. */
export const colleague = v.object({
  personId: id,
  name: v.string(),
  staffNumber: v.string(),
  department: v.string(),
})
export type Colleague = v.InferOutput<typeof colleague>

/** A roster entry as those who keep the roster see it; `phone` is masked in lists. */
export const rosterPerson = v.object({
  ...colleague.entries,
  departmentPath: v.array(v.string()),
  phone: v.string(),
  office: v.string(),
  site: v.string(),
  kind: v.string(),
  duties: v.array(duty),
  status: personStatus,
  isBound: v.boolean(),
  note: v.string(),
})
export type RosterPerson = v.InferOutput<typeof rosterPerson>

export const department = v.object({
  departmentId: id,
  parentId: v.optional(id),
  name: v.string(),
  path: v.array(v.string()),
  people: v.number(),
})
export type Department = v.InferOutput<typeof department>

export const listDepartments = procedure('people.listDepartments', {
  summary: 'The department tree of the institution, each with how many people it has.',
  input: v.object({}),
  output: v.object({ departments: v.array(department) }),
  refusals: [],
  may: 'staff',
})

export const findColleagues = procedure('people.findColleagues', {
  summary:
    'Colleagues by name, pinyin, initials or staff number, for booking on their behalf, or to ask something of them.',
  input: v.object({ query: text(40, '搜索内容'), ...paging }),
  output: pageOf(colleague),
  refusals: [],
  may: ['proxy', 'steward', 'dispatcher', 'kitchen', 'surveyor', 'manager', 'admin'],
})

export const listPeople = procedure('people.listPeople', {
  summary: 'The roster, searched by name, pinyin, initials or staff number; phones are masked.',
  input: v.object({
    query: optionalText(40, '搜索内容'),
    departmentId: v.optional(id),
    status: v.optional(personStatus),
    duty: v.optional(duty),
    ...paging,
  }),
  output: v.object({ ...pageOf(rosterPerson).entries, total: v.number() }),
  refusals: [],
  may: 'admin',
  readsPersonalData: true,
})

export const getPerson = procedure('people.getPerson', {
  summary: 'One roster entry with the whole phone number and the accounts bound to it.',
  input: v.object({ personId: id }),
  output: v.object({
    ...rosterPerson.entries,
    identities: v.array(v.object({ provider: v.string(), boundAt: instant })),
  }),
  refusals: ['NO_SUCH_PERSON'],
  may: 'admin',
  readsPersonalData: true,
})

export const changePerson = procedure('people.changePerson', {
  summary: 'Change duties, status, phone, office or note of one person. Somebody set to `left` is out at once.',
  input: v.object({
    personId: id,
    duties: v.optional(v.array(duty)),
    status: v.optional(personStatus),
    phone: v.optional(optionalText(20, '电话')),
    office: v.optional(optionalText(60, '办公地点')),
    note: v.optional(optionalText(200, '备注')),
  }),
  output: rosterPerson,
  refusals: ['NO_SUCH_PERSON', 'LAST_ADMIN'],
  may: 'admin',
  writes: true,
})

/** What a sheet's row says of one person, after reading; the clerk may correct it before it is imported. */
export const rosterRow = v.object({
  /** Line in the sheet, counted as the spreadsheet program counts. */
  line: whole(1, 1_000_000),
  /** Name of the sheet it stands in; given only when more than one sheet was read. */
  sheet: optionalText(60, '工作表'),
  staffNumber: text(30, '工号'),
  name: text(30, '姓名'),
  departmentPath: v.array(text(60, '部门')),
  phone: optionalText(30, '电话'),
  office: optionalText(60, '办公地点'),
  site: optionalText(60, '院区'),
  kind: optionalText(30, '人员类别'),
  duties: v.optional(v.array(duty), []),
  status: v.optional(personStatus, 'active'),
  note: optionalText(200, '备注'),
})
export type RosterRow = v.InferOutput<typeof rosterRow>

/** A remark on one row: an error keeps it out, a guess asks to be looked at. `column` is the field it is about. */
export const rowRemark = v.object({
  line: v.number(),
  sheet: v.optional(v.string()),
  column: v.string(),
  severity: v.picklist(['error', 'guess']),
  message: v.string(),
})
export type RowRemark = v.InferOutput<typeof rowRemark>

/** A row as it stands in the sheet; `said` has the cells again by field, so that it can be corrected in place. */
export const unreadRow = v.object({
  line: v.number(),
  sheet: v.optional(v.string()),
  cells: v.array(v.string()),
  said: v.record(v.string(), v.array(v.string())),
})

const rosterChange = v.picklist(['new', 'changed', 'same'])

export const previewRoster = procedure('people.previewRoster', {
  summary:
    'Read a roster sheet (xlsx or csv) and say row by row what is new, changed, missing or unreadable. Writes nothing.',
  input: file,
  output: v.object({
    sheet: v.string(),
    /** Every column of the header; `field` is empty for those that were not used. */
    columns: v.array(v.object({ header: v.string(), field: v.string() })),
    rows: v.array(v.object({ ...rosterRow.entries, change: rosterChange, changedFields: v.array(v.string()) })),
    remarks: v.array(rowRemark),
    /** Rows that could not be taken, as they stand in the sheet. */
    unreadable: v.array(unreadRow),
    /** On the roster, not in the sheet. */
    missing: v.array(colleague),
    counts: v.object({
      new: v.number(),
      changed: v.number(),
      same: v.number(),
      missing: v.number(),
      errors: v.number(),
    }),
  }),
  refusals: ['UNREADABLE_FILE', 'NO_HEADER_ROW', 'TOO_MANY_ROWS', 'NEEDS_CONSOLE'],
  may: 'admin',
  readsPersonalData: true,
  maxBytes: 12_000_000,
})

export const importRoster = procedure('people.importRoster', {
  summary:
    'Write the rows the clerk confirmed: all of them or none. What a row leaves empty stays as it is; importing the same rows again changes nothing.',
  input: v.object({
    rows: v.pipe(v.array(rosterRow), v.minLength(1, '没有可导入的行'), v.maxLength(30_000, '一次最多导入 30000 行')),
    /** People on the roster but not in the sheet who have left. */
    leftPersonIds: v.optional(v.array(id), []),
  }),
  output: v.object({ added: v.number(), changed: v.number(), same: v.number(), left: v.number() }),
  refusals: ['DOUBLED_STAFF_NUMBER', 'LAST_ADMIN', 'NEEDS_CONSOLE'],
  may: 'admin',
  writes: true,
  maxBytes: 20_000_000,
})

export const exportRoster = procedure('people.exportRoster', {
  summary: 'The whole roster as an Excel workbook that can be imported again.',
  input: v.object({}),
  output: file,
  refusals: ['NEEDS_CONSOLE'],
  may: 'admin',
  readsPersonalData: true,
})

export const auditEntry = v.object({
  entryId: v.string(),
  at: instant,
  person: v.string(),
  procedure: v.string(),
  kind: v.picklist(['write', 'read']),
  detail: v.record(v.string(), v.unknown()),
  isSealed: v.boolean(),
})

export const listAudit = procedure('people.listAudit', {
  summary: 'The audit log, newest first: who did what, and which administrator looked at personal data.',
  input: v.object({ query: optionalText(40, '搜索内容'), ...paging }),
  output: pageOf(auditEntry),
  refusals: [],
  may: ['auditor', 'admin'],
})

export const notice = v.object({
  noticeId: id,
  title: v.string(),
  body: v.string(),
  /** A page of the app, or empty. */
  path: v.string(),
  createdAt: instant,
  isRead: v.boolean(),
})
export type Notice = v.InferOutput<typeof notice>

export const listNotices = procedure('people.listNotices', {
  summary: 'My inbox, newest first.',
  input: v.object(paging),
  output: v.object({ ...pageOf(notice).entries, unread: v.number() }),
  refusals: [],
  may: 'staff',
})

export const readNotices = procedure('people.readNotices', {
  summary: 'Mark everything in my inbox as read.',
  input: v.object({}),
  output: v.object({ read: v.number() }),
  refusals: [],
  may: 'staff',
  writes: true,
})
