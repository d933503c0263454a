import Taro, { useDidHide } from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { InputOf, ValueOf } from '../../../contract/procedure'
import { type getQuestionnaire, submitAnswers } from '../../../contract/survey-answering'
import { wrongAnswers } from '../../../contract/survey-answers'
import { itemsOf, type SurveyDefinition } from '../../../contract/survey-definition'
import { type Answer, isAnswered, submittedAnswers, visibleCodes } from '../../../contract/survey-logic'
import { call, noteWrite } from '../../call'
import { keepDraft, recallDraft } from '../../drafts'
import { CallFault, sentenceOf } from '../../fault'
import { submitSentences } from './sentences'
import { stepsOf } from './steps'

export type Questionnaire = ValueOf<typeof getQuestionnaire>

/** What is filled in so far; it stays on this phone until it is handed in. */
interface Draft {
  answers: { [item: string]: Answer | undefined }
  /** Orders the options of this person's questions. */
  seed: number
  step: number
}
type Problems = { [item: string]: string | undefined }

/** The item a path speaks of: `answers.q3.option` → q3. */
const itemIn = (path: string): string => /q\d+/.exec(path)?.[0] ?? ''

function problemsOf(wrong: readonly { path: string; message: string }[]): Problems {
  const problems: Problems = {}
  for (const { path, message } of wrong) if (problems[itemIn(path)] === undefined) problems[itemIn(path)] = message
  return problems
}

const scrollTo = (where: { selector: string } | { scrollTop: number }) =>
  Taro.pageScrollTo({ ...where, duration: 200 }).catch(() => undefined)

/** A questionnaire being answered: one screen at a time, kept as a draft by survey and revision. */
export function useAnswering(questionnaire: Questionnaire, onDone: (thanks: string) => void) {
  const { surveyId, revision } = questionnaire
  // from the cloud it comes with everything filled in that may be left out when it is written
  const definition = questionnaire.definition as SurveyDefinition
  const draftName = `survey.${surveyId}.${revision}`
  const { items, steps } = useMemo(() => ({ items: itemsOf(definition), steps: stepsOf(definition) }), [definition])
  const [draft, setDraft] = useState<Draft>(
    () => recallDraft<Draft>(draftName) ?? { answers: {}, seed: Math.floor(Math.random() * 1e9), step: 0 },
  )
  const [problems, setProblems] = useState<Problems>({})
  const newest = useRef(draft)
  const isTouched = useRef(false)
  const save = () => {
    if (isTouched.current) keepDraft(draftName, newest.current)
  }
  useDidHide(save)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it saves what is newest when the page goes, once
  useEffect(() => save, [])

  const note = (patch: Partial<Draft>) => {
    isTouched.current = true
    newest.current = { ...newest.current, ...patch }
  }
  const change = (patch: Partial<Draft>) => {
    note(patch)
    setDraft(newest.current)
    save()
  }
  const forgive = (code: string) => {
    if (problems[code] !== undefined) setProblems({ ...problems, [code]: undefined })
  }
  const visible = visibleCodes(items, draft.answers)
  const isShown = (step: number) => steps[step]?.some(({ code }) => visible.has(code)) ?? false
  const shown = steps.map((_, at) => at).filter(isShown)
  const step = isShown(draft.step) ? draft.step : (shown.filter((at) => at < draft.step).pop() ?? shown[0] ?? 0)
  const next = shown.filter((at) => at > step)[0]
  const before = shown.filter((at) => at < step).pop()

  /** Says what is wrong at its item, on the first screen that has any, and goes there. */
  const show = (wrong: Problems) => {
    const at = steps.findIndex((each) => each.some(({ code }) => wrong[code] !== undefined))
    if (at < 0) return
    const first = steps[at]?.filter(({ code }) => wrong[code] !== undefined)[0]
    setProblems(wrong)
    if (at !== step) change({ step: at })
    setTimeout(() => scrollTo({ selector: `#item-${first?.code ?? ''}` }), 60)
  }
  /** What is wrong among these items; a field with letters for a number too. */
  const wrongIn = (codes: (code: string) => boolean): Problems | undefined => {
    const { answers } = newest.current
    const found = problemsOf(wrongAnswers(definition, submittedAnswers(items, answers)))
    for (const { code } of items) {
      const answer = answers[code]
      if (answer && 'number' in answer && !isAnswered(answer) && visible.has(code)) found[code] = '请填写一个数'
      if (!codes(code)) delete found[code]
    }
    return Object.keys(found).length > 0 ? found : undefined
  }
  const go = (to: number) => {
    setProblems({})
    change({ step: to })
    scrollTo({ scrollTop: 0 })
  }
  const finish = (thanks: string) => {
    isTouched.current = false
    keepDraft(draftName, undefined)
    noteWrite()
    onDone(thanks)
  }
  const asked = items.filter(({ code, kind }) => kind !== 'section' && visible.has(code))
  return {
    draft,
    problems,
    items: steps[step] ?? [],
    visible,
    /** Where one is among the screens there are now, from 1. */
    place: shown.indexOf(step) + 1,
    places: shown.length,
    questions: asked.length,
    answered: asked.filter(({ code }) => isAnswered(draft.answers[code])).length,
    isLast: next === undefined,
    hasBefore: before !== undefined,
    /** Changes an answer and what is shown of it. */
    answer: (code: string, answer: Answer | undefined) => {
      forgive(code)
      change({ answers: { ...newest.current.answers, [code]: answer } })
    },
    /** Notes what is written in an uncontrolled field; drawn anew only when it begins or ceases to be an answer. */
    write: (code: string, answer: Answer | undefined) => {
      const wasAnswered = isAnswered(newest.current.answers[code])
      note({ answers: { ...newest.current.answers, [code]: answer } })
      forgive(code)
      if (wasAnswered !== isAnswered(answer)) setDraft(newest.current)
    },
    back: () => before !== undefined && go(before),
    forward: () => {
      const wrong = wrongIn((code) => steps[step]?.some((item) => item.code === code) ?? false)
      if (wrong) show(wrong)
      else if (next !== undefined) go(next)
    },
    /** Hands the answers in; what is wrong is shown at its item. Gives a sentence when it did not work. */
    submit: async (): Promise<string | undefined> => {
      const wrong = wrongIn(() => true)
      if (wrong) {
        show(wrong)
        return undefined
      }
      save()
      try {
        const answers = submittedAnswers(items, newest.current.answers)
        const answer = await call(submitAnswers, { surveyId, revision, answers } as InputOf<typeof submitAnswers>)
        if ('value' in answer) finish(answer.value.thanks)
        else if (answer.refusal === 'ALREADY_ANSWERED') finish(submitSentences.ALREADY_ANSWERED)
        else return submitSentences[answer.refusal]
      } catch (thrown) {
        const issues = thrown instanceof CallFault && thrown.code === 'BAD_INPUT' ? thrown.issues : []
        show(problemsOf(issues))
        // the places say it better
        return issues.some(({ path }) => itemIn(path) !== '') ? '有几题要改一改，请看标红的题。' : sentenceOf(thrown)
      }
      return undefined
    },
  }
}
export type Answering = ReturnType<typeof useAnswering>
