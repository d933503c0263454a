import { useRef } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { type Audience, getSurvey, saveSurvey } from '../../contract/survey'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { useAsk } from '../ui/use-ask'
import { useDraft } from '../ui/use-draft'
import { useTask } from '../ui/use-task'
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
  const draft = useDraft(value, contentOf)
  const last = useRef<{ field: string; at: number }>({ field: '', at: 0 })

  /** `field` names what is typed into, so that letters typed on end are one step back. */
  function edit(part: Partial<SurveyContent>, field = '') {
    const shown = draft.current()
    if (!shown) return
    const isSameField = field !== '' && last.current.field === field && Date.now() - last.current.at < togetherMs
    last.current = { field, at: Date.now() }
    draft.put({ ...shown, ...part }, isSameField)
  }

  function step(go: () => void) {
    last.current = { field: '', at: 0 }
    go()
  }

  /** Saves; gives the revision that is now the newest, or undefined when it was refused. */
  async function save(): Promise<number | undefined> {
    const sent = draft.current()
    if (!sent) return undefined
    if (!draft.isChanged()) return draft.readAt.current
    const saved = await task.run({ surveyId, revision: draft.readAt.current, ...sent })
    if (!saved) return undefined
    draft.keep(sent, saved.revision)
    reload()
    return saved.revision
  }

  return {
    asked,
    content: draft.content,
    edit,
    undo: () => step(draft.undo),
    redo: () => step(draft.redo),
    canUndo: draft.canUndo,
    canRedo: draft.canRedo,
    isDirty: draft.isDirty,
    isSaving: task.isRunning,
    trouble: task.trouble,
    save,
    /** The newest from the cloud; what was typed here and not saved is lost. */
    reload() {
      task.clear()
      draft.takeNext()
      reload()
    },
  }
}

export type SurveyDraft = ReturnType<typeof useSurveyDraft>
