import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { RatingChip } from '../../../contract/canteen-ratings'
import { newKey } from '../../attempts'
import { keepDraft, recallDraft } from '../../drafts'
import { stillThere } from '../../platform/photos'

/** What is filled in to rate a dish. */
export interface RatingDraft {
  /** 0 while none is chosen. */
  stars: number
  chips: RatingChip[]
  words: string
  /** Addresses on this phone. */
  photos: string[]
  /** What was last sent without an answer, and under which key: sent again as it is, it is the same rating. */
  attempt?: { wish: string; key: string }
}

export const emptyRating: RatingDraft = { stars: 0, chips: [], words: '', photos: [] }

/** One rating being filled in, kept as a draft for seven days while it changes; leaving the page loses nothing. */
export function useRatingForm(draftName: string, initial: RatingDraft = emptyRating) {
  const [form, setForm] = useState(() => recallDraft<RatingDraft>(draftName) ?? initial)
  const newest = useRef(form)
  const isTouched = useRef(false)

  const save = () => {
    if (isTouched.current) keepDraft(draftName, newest.current)
  }
  useDidHide(save)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it saves what is newest when the form goes, once
  useEffect(() => save, [])

  const change = (patch: Partial<RatingDraft>) => {
    isTouched.current = true
    newest.current = { ...newest.current, ...patch }
    setForm(newest.current)
    save()
  }
  useEffect(() => {
    const { photos } = newest.current
    if (photos.length === 0) return
    stillThere(photos).then((there) => {
      if (there.join() === photos.join()) return
      newest.current = { ...newest.current, photos: there }
      setForm(newest.current)
    })
  }, [])
  return {
    form,
    /** Changes what is shown. */
    change,
    toggleChip: (chip: RatingChip) => {
      const { chips } = newest.current
      change({ chips: chips.includes(chip) ? chips.filter((other) => other !== chip) : [...chips, chip] })
    },
    /** Notes what is written in the uncontrolled field without drawing anything. */
    write: (words: string) => {
      isTouched.current = true
      newest.current = { ...newest.current, words }
    },
    current: () => newest.current,
    /** The key to send this wish under, kept with the draft until it is answered. */
    keyOf: (wish: object): string => {
      const text = JSON.stringify(wish)
      const { attempt } = newest.current
      const key = attempt?.wish === text ? attempt.key : newKey()
      isTouched.current = true
      newest.current = { ...newest.current, attempt: { wish: text, key } }
      save()
      return key
    },
    /** It was answered with a refusal: the same wish is a new one. */
    forgetKey: () => {
      newest.current = { ...newest.current, attempt: undefined }
    },
    /** It is done: the draft goes; its photos have gone to the rating and stay on the phone until they are sent. */
    forget: () => {
      isTouched.current = false
      keepDraft(draftName, undefined)
    },
  }
}
export type RatingForm = ReturnType<typeof useRatingForm>
