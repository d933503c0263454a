import * as v from 'valibot'
import { day, file, id, optionalText, pageOf, paging, text, whole } from './fields'
import { week } from './opening-hours'
import { procedure } from './procedure'
import { limitsByUrgency } from './repair-clocks'
import { ticketKind } from './repair-lifecycle'
import { photoPolicy } from './repair-places'

const keepers = ['dispatcher', 'manager', 'admin'] as const

/** A question of a category; without choices it is answered in words. */
const question = v.object({
  question: text(60, '问题'),
  choices: v.optional(v.pipe(v.array(text(30, '选项')), v.maxLength(12, '最多 12 个选项')), []),
})

/** A group (no parent) or a category in it; only the latter is reported. */
export const category = v.object({
  categoryId: id,
  parentId: v.optional(id),
  kind: ticketKind,
  name: v.string(),
  /** What a technician must be able to do. */
  skill: v.string(),
  questions: v.array(question),
  /** What one can try oneself; empty: no card. */
  selfHelp: v.string(),
  limits: limitsByUrgency,
  sortOrder: v.number(),
  isRetired: v.boolean(),
})
export type Category = v.InferOutput<typeof category>

export const listCategories = procedure('repair.listCategories', {
  summary: 'The category tree: groups and categories in the order in which they are shown; and the duty phone.',
  input: v.object({ withRetired: v.optional(v.boolean(), false) }),
  output: v.object({
    categories: v.array(category),
    /** Whom to call when it is urgent and the place is in no list. */
    dutyPhone: v.string(),
  }),
  refusals: [],
  may: 'staff',
})

export const saveCategory = procedure('repair.saveCategory', {
  summary: 'Add or change a group or category. Open tickets keep the limits they were reported under.',
  input: v.object({
    categoryId: v.optional(id),
    parentId: v.optional(id),
    kind: ticketKind,
    name: text(20, '名称'),
    skill: optionalText(20, '技能'),
    questions: v.optional(v.pipe(v.array(question), v.maxLength(8, '最多 8 个问题')), []),
    selfHelp: optionalText(500, '自助提示'),
    limits: v.optional(limitsByUrgency, { normal: {}, urgent: {} }),
    sortOrder: v.optional(whole(0, 10_000), 0),
    isRetired: v.optional(v.boolean(), false),
  }),
  output: category,
  refusals: ['NO_SUCH_CATEGORY', 'NAME_TAKEN', 'TOO_DEEP', 'HAS_CATEGORIES'],
  may: keepers,
  writes: true,
})

export const placeRecord = v.object({
  placeId: id,
  name: v.string(),
  siteId: id,
  site: v.string(),
  buildingId: id,
  building: v.string(),
  floor: v.string(),
  /** A meeting room: name and building are changed in its own directory. */
  isRoom: v.boolean(),
  photoPolicy,
  codeToken: v.string(),
  humanCode: v.string(),
  assets: v.number(),
  isRetired: v.boolean(),
})
export type PlaceRecord = v.InferOutput<typeof placeRecord>

export const listPlaceRecords = procedure('repair.listPlaceRecords', {
  summary: 'Every place something can be reported from, with its printed code.',
  input: v.object({ query: optionalText(40, '搜索内容'), buildingId: v.optional(id), ...paging }),
  output: v.object({ ...pageOf(placeRecord).entries, total: v.number() }),
  refusals: [],
  may: keepers,
})

export const savePlaceRecord = procedure('repair.savePlaceRecord', {
  summary: 'Add or change a place; of a meeting room only the photo policy.',
  input: v.object({
    placeId: v.optional(id),
    buildingId: id,
    floor: optionalText(20, '楼层'),
    name: text(40, '名称'),
    photoPolicy: v.optional(photoPolicy, 'allowed'),
    isRetired: v.optional(v.boolean(), false),
  }),
  output: placeRecord,
  refusals: ['NO_SUCH_PLACE', 'NAME_TAKEN', 'NEEDS_CONSOLE'],
  may: keepers,
  writes: true,
})

export const asset = v.object({
  assetId: id,
  placeId: id,
  place: v.string(),
  name: v.string(),
  assetNumber: v.string(),
  model: v.string(),
  note: v.string(),
  categoryId: v.optional(id),
  codeToken: v.string(),
  humanCode: v.string(),
  /** Open tickets, and all there ever were. */
  openTickets: v.number(),
  tickets: v.number(),
  isRetired: v.boolean(),
})
export type Asset = v.InferOutput<typeof asset>

export const listAssets = procedure('repair.listAssets', {
  summary: 'Assets with their codes, by name, number or place.',
  input: v.object({ query: optionalText(40, '搜索内容'), placeId: v.optional(id), ...paging }),
  output: v.object({ ...pageOf(asset).entries, total: v.number() }),
  refusals: [],
  may: keepers,
})

export const saveAsset = procedure('repair.saveAsset', {
  summary: 'Add or change an asset; a new one gets a code of its own.',
  input: v.object({
    assetId: v.optional(id),
    placeId: id,
    name: text(40, '名称'),
    assetNumber: optionalText(40, '资产编号'),
    model: optionalText(60, '型号'),
    note: optionalText(200, '备注'),
    categoryId: v.optional(id),
    isRetired: v.optional(v.boolean(), false),
  }),
  output: asset,
  refusals: ['NO_SUCH_ASSET', 'NO_SUCH_PLACE', 'NO_SUCH_CATEGORY', 'NUMBER_TAKEN'],
  may: keepers,
  writes: true,
})

export const renewPlaceCode = procedure('repair.renewPlaceCode', {
  summary: 'Give a place or an asset a new printed code; the old one stops working at once.',
  input: v.object({ placeId: v.optional(id), assetId: v.optional(id) }),
  output: v.object({ codeToken: v.string(), humanCode: v.string() }),
  refusals: ['NO_SUCH_PLACE', 'NO_SUCH_ASSET'],
  may: keepers,
  writes: true,
})

export const printPlaceLabels = procedure('repair.printPlaceLabels', {
  summary: 'An A4 sheet of labels (PDF) for places and assets.',
  input: v.object({
    placeIds: v.optional(v.pipe(v.array(id), v.maxLength(500)), []),
    assetIds: v.optional(v.pipe(v.array(id), v.maxLength(500)), []),
  }),
  output: file,
  refusals: ['NO_SUCH_PLACE', 'NO_SUCH_ASSET', 'NEEDS_CONSOLE'],
  may: keepers,
})

export const technician = v.object({
  personId: id,
  name: v.string(),
  staffNumber: v.string(),
  skills: v.array(v.string()),
  /** None means all buildings. */
  buildingIds: v.array(id),
  /** Seven lists of [from, to) in minutes; all empty: no shifts are kept. */
  shifts: week,
  awayFrom: v.optional(day),
  awayUntil: v.optional(day),
  load: v.number(),
})
export type Technician = v.InferOutput<typeof technician>

export const listTechnicians = procedure('repair.listTechnicians', {
  summary: 'Everybody with the duty of a technician: skills, buildings, shifts, and what they have open.',
  input: v.object({}),
  output: v.object({ technicians: v.array(technician), skills: v.array(v.string()) }),
  refusals: [],
  may: ['technician', ...keepers],
})

export const saveTechnician = procedure('repair.saveTechnician', {
  summary: 'What a technician can do, where and when.',
  input: v.object({
    personId: id,
    skills: v.pipe(v.array(text(20, '技能')), v.maxLength(30, '最多 30 项技能')),
    buildingIds: v.pipe(v.array(id), v.maxLength(200)),
    shifts: week,
    awayFrom: v.optional(day),
    awayUntil: v.optional(day),
  }),
  output: technician,
  refusals: ['NOT_A_TECHNICIAN', 'NO_SUCH_PLACE', 'HOURS_INVALID', 'ENDS_BEFORE_START'],
  may: keepers,
  writes: true,
})

/** Who can be told that a clock has run out; everybody on the roster cannot. */
export const toldDuties = ['dispatcher', 'technician', 'manager', 'admin'] as const
const told = v.pipe(v.array(v.picklist(toldDuties)), v.maxLength(4, '最多 4 种职责'))
export const repairSetting = v.object({
  dutyPhone: optionalText(30, '值班电话'),
  /** Service hours by weekday, Monday first. */
  weekly: week,
  /** The last year whose holidays are entered. */
  publishedThrough: whole(2020, 2099),
  /** `auto`: new tickets go to the technician who fits best; `desk`: the desk assigns. */
  dispatch: v.picklist(['auto', 'desk']),
  /** Who is told when a clock has run out. */
  escalation: v.object({ response: told, plan: told, resolve: told, visit: told }),
})
export type RepairSetting = v.InferOutput<typeof repairSetting>

export const getRepairSetting = procedure('repair.getRepairSetting', {
  summary: 'Service hours, duty phone, dispatch and escalation of the institution.',
  input: v.object({}),
  output: repairSetting,
  refusals: [],
  may: keepers,
})

export const saveRepairSetting = procedure('repair.saveRepairSetting', {
  summary: 'Change service hours, duty phone, dispatch or escalation; open deadlines are computed anew.',
  input: repairSetting,
  output: repairSetting,
  refusals: ['HOURS_INVALID'],
  may: keepers,
  writes: true,
})
