import * as v from 'valibot'
import { id, instant, optionalText, text, whole } from './fields'
import { mostPhotoRequestBytes, photoFile, photoRefusals } from './photos'
import { procedure } from './procedure'
import { ticketStatus, urgency } from './repair-lifecycle'

/** What an act on a ticket answers: its status afterwards. */
export const moved = v.object({ ticketId: id, status: ticketStatus })
/** Whatever is done to a ticket may find it gone, not one's own, or elsewhere in its life. */
export const moveRefusals = ['NO_SUCH_TICKET', 'NOT_YOURS', 'WRONG_STATUS'] as const

export const editTicket = procedure('repair.editTicket', {
  summary: 'Correct what was reported, until somebody has been assigned.',
  input: v.object({
    ticketId: id,
    words: v.optional(optionalText(500, '描述')),
    placeNote: v.optional(optionalText(60, '地点说明')),
    phone: v.optional(optionalText(30, '联系电话')),
    urgency: v.optional(urgency),
    /** Null: no wish any more. */
    wantedFrom: v.optional(v.nullable(instant)),
    wantedUntil: v.optional(v.nullable(instant)),
  }),
  output: moved,
  refusals: [...moveRefusals, 'ENDS_BEFORE_START', 'NEEDS_PLACE', 'NEEDS_WORDS'],
  may: 'staff',
  writes: true,
})

export const cancelTicket = procedure('repair.cancelTicket', {
  summary: 'Withdraw a ticket, until somebody has been assigned.',
  input: v.object({ ticketId: id, reason: optionalText(200, '原因') }),
  output: moved,
  refusals: moveRefusals,
  may: 'staff',
  writes: true,
})

export const confirmTicket = procedure('repair.confirmTicket', {
  summary: 'Say that it is settled.',
  input: v.object({ ticketId: id }),
  output: moved,
  refusals: moveRefusals,
  may: 'staff',
  writes: true,
})

export const reopenTicket = procedure('repair.reopenTicket', {
  summary: 'Not settled: a new cycle begins with clocks of its own; the times of the one before stay.',
  input: v.object({ ticketId: id, reason: text(200, '原因') }),
  output: moved,
  refusals: [...moveRefusals, 'MERGED'],
  may: 'staff',
  writes: true,
})

export const ratingReasons = ['attitude', 'speed', 'quality', 'tidiness', 'communication'] as const

export const rateTicket = procedure('repair.rateTicket', {
  summary: 'Rate the work of the present cycle, once: 1 to 5 stars with reasons.',
  input: v.object({
    ticketId: id,
    stars: whole(1, 5),
    reasons: v.optional(v.array(v.picklist(ratingReasons)), []),
    words: optionalText(300, '评价'),
  }),
  output: v.object({ ticketId: id, stars: v.number() }),
  refusals: ['NO_SUCH_TICKET', 'NOT_YOURS', 'NOT_DONE', 'RATED_ALREADY'],
  may: 'staff',
  writes: true,
})

export const commentTicket = procedure('repair.commentTicket', {
  summary: 'Add words to a ticket; whoever has to do with it reads them.',
  input: v.object({ ticketId: id, words: text(500, '补充说明') }),
  output: v.object({ ticketId: id }),
  refusals: ['NO_SUCH_TICKET', 'NOT_YOURS'],
  may: 'staff',
  writes: true,
})

export const addPhoto = procedure('repair.addPhoto', {
  summary:
    'Attach a photo (JPEG, PNG or WebP, at most 5 MB); it is made anew without place, time or anything hidden in it.',
  input: v.object({
    ticketId: id,
    stage: v.optional(v.picklist(['report', 'finish']), 'report'),
    ...photoFile.entries,
  }),
  output: v.object({ photoId: id }),
  refusals: ['NO_SUCH_TICKET', 'NOT_YOURS', 'TICKET_CLOSED', 'PHOTOS_FORBIDDEN', 'TOO_MANY_PHOTOS', ...photoRefusals],
  may: 'staff',
  writes: true,
  maxBytes: mostPhotoRequestBytes,
})

export const getPhoto = procedure('repair.getPhoto', {
  summary: 'A photo as WebP in base64, for the reporter, those who handle the ticket, and the desk.',
  input: v.object({ photoId: id }),
  output: v.object({ photoId: id, content: v.string() }),
  refusals: ['NO_SUCH_PHOTO'],
  may: 'staff',
})

export const removePhoto = procedure('repair.removePhoto', {
  summary: 'Take back a photo one attached oneself, while the ticket is open.',
  input: v.object({ photoId: id }),
  output: v.object({ photoId: id }),
  refusals: ['NO_SUCH_PHOTO', 'NOT_YOURS', 'TICKET_CLOSED'],
  may: 'staff',
  writes: true,
})
