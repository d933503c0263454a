import * as v from 'valibot'
import { day, file, id, whole } from './fields'
import { procedure } from './procedure'
import { clockWords } from './repair-clocks'
import { ticketKind } from './repair-lifecycle'

const readers = ['dispatcher', 'manager', 'admin'] as const

/**
 * Which tickets a report is about: reported on these days (both included), as far as named. Every figure of a report is
 * counted over them; a merged ticket counts as the one it was merged into, an imported one like any other.
 */
export const reportScope = v.object({
  from: day,
  until: day,
  kind: v.optional(ticketKind),
  buildingId: v.optional(id),
  /** A category or all below it. */
  categoryId: v.optional(id),
})

/**
 * Of `counted` cycles with a limit, so many were in time: stopped by the deadline. Those still running (or hung, or
 * withdrawn) and not due by then count in neither.
 */
const kept = v.object({ counted: v.number(), inTime: v.number() })
export type Kept = v.InferOutput<typeof kept>
/**
 * Minutes on the wall clock, to a tenth: what whoever reported it has waited, nights, holidays and hangs included.
 * Fairness to those who work is the on-time rate's business, whose deadlines leave all of these out. Mean, median and
 * 90th percentile (interpolated) are absent when there is nothing to count.
 */
const spread = v.object({
  n: v.number(),
  mean: v.optional(v.number()),
  median: v.optional(v.number()),
  p90: v.optional(v.number()),
})
export type Spread = v.InferOutput<typeof spread>

export const repairReport = v.object({
  tickets: v.number(),
  open: v.number(),
  /** Taken over from a history: nobody knows how soon somebody responded, or whether they were asked to rate. */
  imported: v.number(),
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
  /** What was reported, and of these tickets what was done, on each of these days on which anything was. */
  byDay: v.array(v.object({ day, reported: v.number(), done: v.number() })),
  /** Of cycles that were not withdrawn. */
  responseMinutes: spread,
  /** Of cycles that were finished. */
  resolutionMinutes: spread,
  /** On the wall clock, by the log; a hang that lasts counts until now. */
  hangReasons: v.array(v.object({ reason: v.string(), times: v.number(), minutes: v.number() })),
  /** How what is done was closed; empty where a history does not say. */
  closedKinds: v.array(v.object({ closedKind: v.string(), tickets: v.number() })),
  /** How many cycles were not the first one, of how many tickets. */
  reopened: v.object({ cycles: v.number(), tickets: v.number() }),
  /** Only what people gave: silence is no star. `asked` were all whose ticket was finished here. */
  ratings: v.object({
    n: v.number(),
    asked: v.number(),
    mean: v.optional(v.number()),
    /** How many gave one star, two … five. */
    stars: v.array(v.number()),
    reasons: v.array(v.object({ reason: v.string(), times: v.number() })),
  }),
  visits: v.object({ due: v.number(), satisfied: v.number(), unsatisfied: v.number(), unreachable: v.number() }),
  /** From the report until somebody was accountable, or until now; not of a history. */
  ownerlessMinutes: spread,
  /** 一键已解决 on these days, by kind and category; it is not known in which building. */
  selfHelp: v.number(),
  costFen: v.number(),
  /**
   * Where the same happened again: places and assets by category, at least two tickets that were not withdrawn, the 20
   * with the most. Praise is no fault.
   */
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

/** What a column of a history can mean; several may make up one of them (日期 and 时间, 楼宇 and 房间). */
const historyFields = v.picklist(['created', 'closed', 'due', 'category', 'place', 'number', 'status', ''])
export type HistoryField = v.InferOutput<typeof historyFields>

/** So many rows of a history are taken at once; more are split into several files. */
export const mostHistoryRows = 50_000

export const previewHistory = procedure('repair.previewHistory', {
  summary:
    'Read a history (csv or xlsx: created, closed, due, category, place) and say what was understood. Writes nothing.',
  input: v.object({ ...file.entries }),
  output: v.object({
    columns: v.array(v.object({ header: v.string(), field: historyFields })),
    /** The first 50 as they were understood; instants, or empty. */
    rows: v.array(
      v.object({
        line: v.number(),
        sheet: v.optional(v.string()),
        createdAt: v.string(),
        closedAt: v.string(),
        dueAt: v.string(),
        category: v.string(),
        place: v.string(),
        /** The place is one of the institution's own. */
        isPlaceKnown: v.boolean(),
        isKnown: v.boolean(),
      }),
    ),
    /** The first 200, errors first; `counts.errors` has how many rows cannot be taken. */
    remarks: v.array(
      v.object({
        line: v.number(),
        sheet: v.optional(v.string()),
        column: v.string(),
        severity: v.picklist(['error', 'guess']),
        message: v.string(),
      }),
    ),
    counts: v.object({
      rows: v.number(),
      new: v.number(),
      known: v.number(),
      errors: v.number(),
      /** Of the new ones: still open, with a deadline, at a place of the institution. */
      open: v.number(),
      due: v.number(),
      placed: v.number(),
      /** Known ones that were open and are closed by now. */
      closing: v.number(),
    }),
    /** Days of the first and the last report; absent when no row could be read. */
    from: v.optional(day),
    until: v.optional(day),
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
  output: v.object({
    added: v.number(),
    known: v.number(),
    /** Known ones that were open and were closed by this file; they count in `known` too. */
    closed: v.number(),
    left: v.number(),
    newCategories: v.number(),
  }),
  refusals: ['UNREADABLE_FILE', 'NO_HEADER_ROW', 'TOO_MANY_ROWS', 'CHANGED_SINCE_PREVIEW', 'NEEDS_CONSOLE'],
  may: readers,
  writes: true,
  maxBytes: 40_000_000,
})
