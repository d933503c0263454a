import * as v from 'valibot'
import { prices } from './canteen'
import { servingNotes } from './canteen-menus'
import { mealWord } from './canteen-words'
import { day, file, id, optionalText, text, whole } from './fields'
import { rowRemark, unreadRow } from './people'
import { procedure } from './procedure'

const kitchen = ['kitchen', 'manager', 'admin'] as const

/** A line of a menu file, whatever its format: one dish on one day at one meal and window. */
export const menuRow = v.object({
  /** Line in the sheet or the feed. */
  line: whole(1, 10_000_000),
  sheet: optionalText(60, '工作表'),
  day,
  meal: mealWord,
  /** As long as OpenMensa lets a category be, with the meal before it. */
  window: text(240, '档口'),
  dish: text(250, '菜名'),
  prices: v.optional(prices, []),
  hasHalf: v.optional(v.boolean(), false),
  notes: v.optional(servingNotes, []),
})
export type MenuRow = v.InferOutput<typeof menuRow>

/** A day that the file says is closed. */
export const closedDay = v.object({
  line: whole(1, 10_000_000),
  sheet: optionalText(60, '工作表'),
  day,
  note: optionalText(100, '说明'),
})
export type ClosedDay = v.InferOutput<typeof closedDay>

/** What a file says of a day that is open: 调休上班日，正常供餐. */
export const dayNote = v.object({
  line: whole(1, 10_000_000),
  sheet: optionalText(60, '工作表'),
  day,
  note: text(100, '说明'),
})
export type DayNote = v.InferOutput<typeof dayNote>

/** `past`: the day is over and stays as it is. */
const rowChange = v.picklist(['new', 'changed', 'same', 'past'])

export const previewMenu = procedure('canteen.previewMenu', {
  summary:
    'Read a week’s menu from Excel, csv, pasted cells or an OpenMensa v2 feed and say row by row what is understood. Writes nothing.',
  input: v.object({ canteenId: id, ...file.entries }),
  output: v.object({
    sheet: v.string(),
    format: v.picklist(['sheet', 'openmensa']),
    columns: v.array(v.object({ header: v.string(), field: v.string() })),
    rows: v.array(v.object({ ...menuRow.entries, change: rowChange, changedFields: v.array(v.string()) })),
    closedDays: v.array(v.object({ ...closedDay.entries, change: rowChange })),
    dayNotes: v.array(dayNote),
    remarks: v.array(rowRemark),
    unreadable: v.array(unreadRow),
    /** In the drafts of the file’s days to come, not in the file: an import takes them off. */
    missing: v.array(v.object({ day, meal: mealWord, window: v.string(), dish: v.string() })),
    counts: v.object({
      new: v.number(),
      changed: v.number(),
      same: v.number(),
      past: v.number(),
      missing: v.number(),
      errors: v.number(),
    }),
  }),
  /** UNREADABLE_FILE of a feed has a `reason` in its detail: a whole sentence. */
  refusals: ['NO_SUCH_CANTEEN', 'UNREADABLE_FILE', 'NO_HEADER_ROW', 'TOO_MANY_ROWS', 'NEEDS_CONSOLE'],
  may: kitchen,
  maxBytes: 12_000_000,
})

export const importMenu = procedure('canteen.importMenu', {
  summary:
    'Write confirmed rows into the drafts of their days, which then hold just these: all or none; past days are never touched.',
  input: v.object({
    canteenId: id,
    rows: v.pipe(v.array(menuRow), v.maxLength(10_000, '一次最多导入 10000 行')),
    closedDays: v.optional(v.pipe(v.array(closedDay), v.maxLength(400, '一次最多 400 天')), []),
    dayNotes: v.optional(v.pipe(v.array(dayNote), v.maxLength(400, '一次最多 400 天')), []),
  }),
  output: v.object({
    days: v.array(day),
    /** Days that are over and were left out. */
    pastDays: v.array(day),
    added: v.number(),
    changed: v.number(),
    removed: v.number(),
    same: v.number(),
    /** Dishes that were not known; they still want labels. */
    newDishes: v.number(),
    newWindows: v.number(),
  }),
  refusals: ['NO_SUCH_CANTEEN', 'NOTHING_TO_IMPORT', 'DOUBLED_DISH', 'CLOSED_AND_OPEN', 'NEEDS_CONSOLE'],
  may: kitchen,
  writes: true,
  maxBytes: 12_000_000,
})

const range = { canteenId: id, from: day, until: day }

export const exportMenu = procedure('canteen.exportMenu', {
  summary: 'The menu of some days as an Excel workbook that can be imported again.',
  input: v.object(range),
  output: file,
  refusals: ['NO_SUCH_CANTEEN', 'ENDS_BEFORE_START', 'NEEDS_CONSOLE'],
  may: kitchen,
})

export const exportOpenMensa = procedure('canteen.exportOpenMensa', {
  summary: 'The menu of some days as an OpenMensa v2 feed: what is published, or the drafts.',
  input: v.object({ ...range, isDraft: v.optional(v.boolean(), false) }),
  output: file,
  refusals: ['NO_SUCH_CANTEEN', 'ENDS_BEFORE_START'],
  may: kitchen,
})
