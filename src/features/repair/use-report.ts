import { useEffect, useRef, useState } from 'react'
import type { ValueOf } from '../../../contract/procedure'
import { reportTicket, solveBySelf } from '../../../contract/repair'
import { listCategories } from '../../../contract/repair-catalog'
import type { TicketKind } from '../../../contract/repair-lifecycle'
import { lookAtPlace } from '../../../contract/repair-places'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { askForReminders } from '../../platform/reminders'
import { useMe } from '../../session'
import { useAsked } from '../../use-asked'
import { leafOf } from './categories'
import { rememberCategory, rememberPhone } from './last-used'
import { ticketPhotos } from './photos'
import { reportSentences, solveSentences } from './sentences'
import { type ReportForm, useReportForm, wishOf } from './use-report-form'

/** What was reported, as the cloud took it. */
export type Reported = ValueOf<typeof reportTicket> & { kind: TicketKind }

/** Everything the reporting page knows and does. */
export function useReport() {
  const me = useMe()
  const fields = useReportForm()
  const { form, settle, current } = fields
  const [trouble, setTrouble] = useState<string>()
  const [done, setDone] = useState<Reported>()
  const [solved, setSolved] = useState<number>()

  const { token, placeId } = form
  const where = token ? { token } : placeId ? { placeId } : undefined
  const asked = useAsked(lookAtPlace, me && where)
  const tree = useAsked(listCategories, me ? {} : undefined)
  const categories = tree.value?.categories ?? []
  const category = leafOf(categories, form.categoryId)

  /** An asset, and the category it is usually reported as, unless the person has chosen one. */
  const aboutAsset = (assetId: string | undefined): Partial<ReportForm> => {
    const asset = asked.value?.assets.find((each) => each.assetId === assetId)
    const proposed = leafOf(categories, asset?.categoryId)
    const isProposed = category === undefined && proposed?.kind === form.kind
    return { assetId: asset?.assetId, ...(isProposed ? { categoryId: proposed.categoryId } : {}) }
  }
  const settledFor = useRef<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a code leads to is settled once
  useEffect(() => {
    const found = asked.value
    if (!found || !tree.value || settledFor.current === found.place.placeId) return
    settledFor.current = found.place.placeId
    settle({ placeId: found.place.placeId, ...aboutAsset(current().assetId ?? found.assetId) })
  }, [asked.value, tree.value])

  const submit = async () => {
    // WeChat allows the question only directly in the tap, before anything is awaited.
    askForReminders()
    setTrouble(undefined)
    const filled = current()
    if (!category) return
    if (filled.kind === 'praise' && filled.words.trim() === '') return setTrouble(reportSentences.NEEDS_WORDS)
    try {
      const wish = wishOf(filled, category)
      const answer = await call(reportTicket, wish, fields.keyOf(wish))
      if ('value' in answer) {
        const { ticketId } = answer.value
        rememberCategory(category.categoryId)
        rememberPhone(filled.phone)
        fields.forget(true)
        setDone({ ...answer.value, kind: filled.kind })
        // not awaited: it is reported, and the photos follow while the person reads what comes next
        ticketPhotos.send(
          ticketId,
          filled.photos.map((address) => ({ address, stage: 'report' })),
        )
      } else {
        fields.forgetKey()
        setTrouble(reportSentences[answer.refusal])
        // what is offered has changed since it was asked for
        if (answer.refusal === 'NO_SUCH_CATEGORY') await tree.refresh()
        else await asked.refresh()
      }
    } catch (thrown) {
      setTrouble(sentenceOf(thrown))
    }
  }
  const solve = async () => {
    if (!category) return
    setTrouble(undefined)
    try {
      const answer = await call(solveBySelf, { categoryId: category.categoryId })
      if ('value' in answer) {
        fields.forget()
        setSolved(answer.value.solved)
      } else setTrouble(solveSentences[answer.refusal])
    } catch (thrown) {
      setTrouble(sentenceOf(thrown))
    }
  }
  return {
    ...fields,
    me,
    hasPlace: where !== undefined || form.placeNote !== '',
    asked,
    tree,
    categories,
    category,
    trouble,
    done,
    /** By how many the self-help card has been found enough, when it just was. */
    solved,
    submit,
    solve,
    chooseAsset: (assetId: string | undefined) => fields.change(aboutAsset(assetId)),
    again: () => {
      setDone(undefined)
      setSolved(undefined)
    },
  }
}
