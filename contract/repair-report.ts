import * as v from 'valibot'
import { day, file, id, whole } from './fields'
import { procedure } from './procedure'
import { clockWords } from './repair-clocks'
import { ticketKind } from './repair-lifecycle'

const readers = ['dispatcher', 'manager', 'admin'] as const

/** Which tickets a report is about: reported on these days (both included), as far as named. */
export const reportScope = v.object({
  from: day,
  until: day,
  kind: v.optional(ticketKind),
  buildingId: v.optional(id),
  /** A category or all below it. */
  categoryId: v.optional(id),
})

/** Of `counted` cycles with a limit, so many were in time; those still running and not yet due count in neither. */
const kept = v.object({ counted: v.number(), inTime: v.number() })
/** Minutes on the wall clock; absent when there is nothing to count. */
const spread = v.object({ n: v.number(), median: v.optional(v.number()), p90: v.optional(v.number()) })

export const repairReport = v.object({
  tickets: v.number(),
  open: v.number(),
  byClock: v.array(v.object({ clock: v.picklist(clockWords), ...kept.entries })),
  byCategory: v.array(
    v.object({
      categoryId: id,
      category: v.string(),
      tickets: v.number(),
      response: kept,
      plan: kept,
      resolve: kept,
      responseMinutes: spread,
      resolutionMinutes: spread,
    }),
  ),
  byDay: v.array(v.object({ day, reported: v.number(), done: v.number() })),
  responseMinutes: spread,
  resolutionMinutes: spread,
  hangReasons: v.array(v.object({ reason: v.string(), times: v.number(), minutes: v.number() })),
  closedKinds: v.array(v.object({ closedKind: v.string(), tickets: v.number() })),
  reopened: v.object({ cycles: v.number(), tickets: v.number() }),
  /** Only what people gave: silence is no star. */
  ratings: v.object({
    n: v.number(),
    asked: v.number(),
    mean: v.optional(v.number()),
    stars: v.array(v.number()),
    reasons: v.array(v.object({ reason: v.string(), times: v.number() })),
  }),
  visits: v.object({ due: v.number(), satisfied: v.number(), unsatisfied: v.number(), unreachable: v.number() }),
  ownerlessMinutes: spread,
  selfHelp: v.number(),
  costFen: v.number(),
  /** Places and assets with the most tickets. */
  mostFrequent: v.array(v.object({ name: v.string(), category: v.string(), tickets: v.number() })),
})
export type RepairReport = v.InferOutput<typeof repairReport>

export const getRepairReport = procedure('repair.getRepairReport', {
  summary:
    'On-time rates by clock and category, medians and 90th percentiles, hangs, reopenings, ratings with their n.',
  input: reportScope,
  output: repairReport,
  refusals: ['ENDS_BEFORE_START'],
  may: readers,
})

export const exportRepairReport = procedure('repair.exportRepairReport', {
  summary: 'The report as an Excel workbook, a sheet for each of its tables.',
  input: reportScope,
  output: file,
  refusals: ['ENDS_BEFORE_START', 'NEEDS_CONSOLE'],
  may: readers,
})

const historyFields = v.picklist(['created', 'closed', 'due', 'category', 'place', ''])

export const previewHistory = procedure('repair.previewHistory', {
  summary:
    'Read a history (csv or xlsx: created, closed, due, category, place) and say what was understood. Writes nothing.',
  input: v.object({ ...file.entries }),
  output: v.object({
    columns: v.array(v.object({ header: v.string(), field: historyFields })),
    /** The first 50 as they were understood. */
    rows: v.array(
      v.object({
        line: v.number(),
        createdAt: v.string(),
        closedAt: v.string(),
        dueAt: v.string(),
        category: v.string(),
        place: v.string(),
      }),
    ),
    /** The first 200; `counts.errors` has how many rows cannot be taken. */
    remarks: v.array(
      v.object({
        line: v.number(),
        column: v.string(),
        severity: v.picklist(['error', 'guess']),
        message: v.string(),
      }),
    ),
    counts: v.object({ rows: v.number(), new: v.number(), known: v.number(), errors: v.number() }),
    newCategories: v.array(v.string()),
  }),
  refusals: ['UNREADABLE_FILE', 'NO_HEADER_ROW', 'TOO_MANY_ROWS', 'NEEDS_CONSOLE'],
  may: readers,
  maxBytes: 40_000_000,
})

export const importHistory = procedure('repair.importHistory', {
  summary: 'Take over the readable rows of a history as closed (or open) tickets; the same file again adds nothing.',
  input: v.object({
    ...file.entries,
    /** How many rows the clerk saw: a file that reads otherwise is not taken. */
    expectedRows: v.optional(whole(0, 1_000_000)),
  }),
  output: v.object({ added: v.number(), known: v.number(), left: v.number(), newCategories: v.number() }),
  refusals: ['UNREADABLE_FILE', 'NO_HEADER_ROW', 'TOO_MANY_ROWS', 'CHANGED_SINCE_PREVIEW', 'NEEDS_CONSOLE'],
  may: readers,
  writes: true,
  maxBytes: 40_000_000,
})
