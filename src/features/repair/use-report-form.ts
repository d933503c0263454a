import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { InputOf } from '../../../contract/procedure'
import type { reportTicket } from '../../../contract/repair'
import { type TicketKind, ticketKinds, type Urgency } from '../../../contract/repair-lifecycle'
import { parseInstant } from '../../../contract/zone'
import { newKey } from '../../attempts'
import { keepDraft, recallDraft } from '../../drafts'
import { forgetPhotos, stillThere } from '../../platform/photos'
import { useParams } from '../../use-params'
import type { Category } from './categories'
import { lastPhone } from './last-used'

/** What is filled in to report something. */
export interface ReportForm {
  kind: TicketKind
  /** Of the code that was scanned. */
  token?: string
  placeId?: string
  /** Where exactly; or where at all, when the place is in no list. */
  placeNote: string
  assetId?: string
  categoryId?: string
  urgency: Urgency
  words: string
  /** By question. */
  answers: Record<string, string>
  wantedFrom?: string
  wantedUntil?: string
  phone: string
  /** Addresses on this phone. */
  photos: string[]
  /** What was last sent without an answer, and under which key: sent again as it is, it is the same report. */
  attempt?: { wish: string; key: string }
}

type Params = Partial<Record<'token' | 'placeId' | 'placeNote' | 'kind' | 'carry', string>>
type Written = Pick<ReportForm, 'words' | 'placeNote' | 'phone' | 'answers'>

const draftName = 'report'
const isKind = (text: string | undefined): text is TicketKind => ticketKinds.some((kind) => kind === text)

/** Whether a draft is of what the page was opened for: the same place, and the same kind if one was named. */
function isOfThis(draft: ReportForm, { token, placeId, placeNote, kind }: Params): boolean {
  if (kind !== undefined && kind !== draft.kind) return false
  if (token !== undefined) return token === draft.token
  if (placeId !== undefined) return placeId === draft.placeId
  return placeNote === undefined || placeNote === draft.placeNote
}

/** The draft, without a wish for a time that is over. */
function draftNow(): ReportForm | undefined {
  const draft = recallDraft<ReportForm>(draftName)
  const isOver = draft?.wantedUntil !== undefined && (parseInstant(draft.wantedUntil) ?? 0) < Date.now()
  return draft && isOver ? { ...draft, wantedFrom: undefined, wantedUntil: undefined } : draft
}

function begin(params: Params): ReportForm {
  const { token, placeId, placeNote, carry } = params
  const draft = draftNow()
  if (draft && carry && (placeId || placeNote)) {
    return { ...draft, token: undefined, assetId: undefined, placeId, placeNote: placeNote ?? '' }
  }
  if (draft && isOfThis(draft, params)) return draft
  const kind = isKind(params.kind) ? params.kind : 'repair'
  return {
    kind,
    token,
    placeId,
    placeNote: placeNote ?? '',
    urgency: 'normal',
    words: '',
    answers: {},
    phone: lastPhone(),
    photos: [],
  }
}

/** The form, kept as a draft for seven days while it changes; leaving the page loses nothing. */
export function useReportForm() {
  const params = useParams<keyof Params & string>()
  const [form, setForm] = useState(() => begin(params))
  const [wasDrafted, setDrafted] = useState(() => {
    const draft = draftNow()
    return draft !== undefined && (params.carry !== undefined || isOfThis(draft, params))
  })
  const [round, setRound] = useState(1)
  const newest = useRef(form)
  const isTouched = useRef(params.carry !== undefined && wasDrafted)

  const save = () => {
    if (isTouched.current) keepDraft(draftName, newest.current)
  }
  const settle = (patch: Partial<ReportForm>) => {
    newest.current = { ...newest.current, ...patch }
    setForm(newest.current)
  }
  useDidHide(save)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it saves what is newest when the page goes, once
  useEffect(() => save, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the photos of a draft
  useEffect(() => {
    const { photos } = newest.current
    if (photos.length === 0) return
    stillThere(photos).then((there) => {
      if (there.join() !== photos.join()) settle({ photos: there })
    })
  }, [])

  const change = (patch: Partial<ReportForm>) => {
    isTouched.current = true
    settle(patch)
    save()
  }
  const write = (patch: Partial<Written>) => {
    isTouched.current = true
    newest.current = { ...newest.current, ...patch }
  }
  return {
    form,
    /** Grows when the form begins anew: uncontrolled fields then have to be made anew as well. */
    round,
    /** Changes what is shown. */
    change,
    /** What the page itself finds out (the place behind a code, the asset's category) is no draft of the person's. */
    settle,
    /** Notes what is written in an uncontrolled field without drawing anything. */
    write,
    /** Answers a question of the category, by a tap (which is drawn) or in a field. */
    answer: (question: string, text: string, isDrawn: boolean) => {
      const answers = { ...newest.current.answers, [question]: text }
      if (isDrawn) change({ answers })
      else write({ answers })
    },
    current: () => newest.current,
    wasDrafted,
    /** The key to send this wish under, kept with the draft until it is answered. */
    keyOf: (wish: object): string => {
      const text = JSON.stringify(wish)
      const { attempt } = newest.current
      const key = attempt?.wish === text ? attempt.key : newKey()
      newest.current = { ...newest.current, attempt: { wish: text, key } }
      keepDraft(draftName, newest.current)
      return key
    },
    /** It was answered with a refusal: the same wish is a new one. */
    forgetKey: () => {
      newest.current = { ...newest.current, attempt: undefined }
    },
    /** Keeps what is filled in for the page that opens next; whether there was anything. */
    keepForNext: (): boolean => {
      const isFilled = isTouched.current || wasDrafted
      if (isFilled) keepDraft(draftName, newest.current)
      return isFilled
    },
    /** Throws the draft away and begins anew; `isDone`: its photos have gone to the ticket and stay on the phone. */
    forget: (isDone = false) => {
      isTouched.current = false
      if (!isDone) forgetPhotos(newest.current.photos)
      keepDraft(draftName, undefined)
      setDrafted(false)
      setRound(round + 1)
      const { placeId, placeNote } = newest.current
      settle({ ...begin({ ...params, carry: undefined }), ...(params.token ? {} : { placeId, placeNote }) })
    },
  }
}

/** The form as the cloud takes it; always the same for the same form, so that a second try is known as one. */
export function wishOf(form: ReportForm, category: Category): InputOf<typeof reportTicket> {
  const isPraise = form.kind === 'praise'
  return {
    categoryId: category.categoryId,
    placeId: form.placeId,
    placeNote: form.placeNote,
    assetId: form.placeId ? form.assetId : undefined,
    urgency: isPraise ? 'normal' : form.urgency,
    words: form.words,
    answers: category.questions
      .map(({ question }) => ({ question, answer: (form.answers[question] ?? '').trim() }))
      .filter(({ answer }) => answer !== ''),
    wantedFrom: isPraise ? undefined : form.wantedFrom,
    wantedUntil: isPraise ? undefined : form.wantedUntil,
    phone: form.phone,
    channel: form.token ? 'door' : 'app',
  }
}
