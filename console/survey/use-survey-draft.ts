import { useCallback, useEffect, useRef, useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { type Audience, getSurvey, saveSurvey } from '../../contract/survey'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { useUnloadWarning } from '../ui/use-unload-warning'
import { saveSentences, surveySentences } from './sentences'
import { wholeDefinition } from './survey-file'

type Survey = ValueOf<typeof getSurvey>

/** What is edited of a survey: its questions and its settings. */
export interface SurveyContent {
  definition: SurveyDefinition
  audience: Audience
  isAnonymous: boolean
  resultsWhen: 'closed' | 'tenAnswers'
  isOpenToStaff: boolean
  opensAt?: string
  closesAt?: string
}

const mostUndone = 200
/** Changes to the same field within so many ms are taken back as one. */
const togetherMs = 1200

const contentOf = (survey: Survey): SurveyContent => ({
  definition: wholeDefinition(survey.definition),
  audience: survey.audience ?? { kind: 'everyone' },
  isAnonymous: survey.isAnonymous ?? true,
  resultsWhen: survey.resultsWhen ?? 'closed',
  isOpenToStaff: survey.isOpenToStaff ?? true,
  opensAt: survey.opensAt,
  closesAt: survey.closesAt,
})

/** One draft under work: every change can be taken back, and all of it is saved at once over the revision it was read at. */
export function useSurveyDraft(surveyId: string) {
  const asked = useAsk(getSurvey, { surveyId }, surveySentences)
  const task = useTask(saveSurvey, saveSentences)
  const { value, reload } = asked
  const [content, setContent] = useState<SurveyContent>()
  const [savedAs, setSavedAs] = useState<SurveyContent>()
  const shown = useRef<SurveyContent>()
  const keptRef = useRef<SurveyContent>()
  const readAt = useRef(0)
  // a survey that comes again by itself (somebody signed in anew) must not take away what was typed
  const isWanted = useRef(true)
  const undone = useRef<{ back: SurveyContent[]; forth: SurveyContent[] }>({ back: [], forth: [] })
  const last = useRef<{ field: string; at: number }>({ field: '', at: 0 })
  const [can, setCan] = useState({ undo: false, redo: false })

  const show = useCallback((next: SurveyContent) => {
    shown.current = next
    setContent(next)
    setCan({ undo: undone.current.back.length > 0, redo: undone.current.forth.length > 0 })
  }, [])
  const keep = useCallback((next: SurveyContent) => {
    keptRef.current = next
    setSavedAs(next)
  }, [])

  useEffect(() => {
    if (!value || (!isWanted.current && shown.current !== keptRef.current)) return
    isWanted.current = false
    // what was only saved comes back the same: the steps back stay
    const isSame = readAt.current === value.revision && shown.current !== undefined
    readAt.current = value.revision
    if (isSame) return
    undone.current = { back: [], forth: [] }
    const loaded = contentOf(value)
    keep(loaded)
    show(loaded)
  }, [value, show, keep])

  const isDirty = content !== savedAs

  /** `field` names what is typed into, so that letters typed on end are one step back. */
  function edit(part: Partial<SurveyContent>, field = '') {
    if (!shown.current) return
    const isSameField = field !== '' && last.current.field === field && Date.now() - last.current.at < togetherMs
    last.current = { field, at: Date.now() }
    const { back } = undone.current
    undone.current = { back: isSameField ? back : [...back.slice(-mostUndone), shown.current], forth: [] }
    show({ ...shown.current, ...part })
  }

  function step(from: 'back' | 'forth', to: 'back' | 'forth') {
    const stacks = undone.current
    const next = stacks[from][stacks[from].length - 1]
    if (!next || !shown.current) return
    last.current = { field: '', at: 0 }
    undone.current = { ...stacks, [from]: stacks[from].slice(0, -1), [to]: [...stacks[to], shown.current] }
    show(next)
  }

  /** Saves; gives the revision that is now the newest, or undefined when it was refused. */
  async function save(): Promise<number | undefined> {
    const sent = shown.current
    if (!sent) return undefined
    if (sent === keptRef.current) return readAt.current
    const saved = await task.run({ surveyId, revision: readAt.current, ...sent })
    if (!saved) return undefined
    readAt.current = saved.revision
    keep(sent)
    reload()
    return saved.revision
  }

  useUnloadWarning(isDirty)

  return {
    asked,
    content,
    edit,
    undo: () => step('back', 'forth'),
    redo: () => step('forth', 'back'),
    canUndo: can.undo,
    canRedo: can.redo,
    isDirty,
    isSaving: task.isRunning,
    trouble: task.trouble,
    save,
    /** The newest from the cloud; what was typed here and not saved is lost. */
    reload() {
      task.clear()
      isWanted.current = true
      readAt.current = 0
      reload()
    },
  }
}

export type SurveyDraft = ReturnType<typeof useSurveyDraft>
