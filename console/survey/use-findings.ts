import { useMemo } from 'react'
import type { InputIssue } from '../../contract/procedure'
import type { SurveyFinding } from '../../contract/survey'
import { findingsOf } from '../../contract/survey-check'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { usePaused } from '../ui/use-paused'
import { judgeForm } from './survey-file'

/** How soon after the last change it is looked at (ms). */
const pauseMs = 400

/** The item that a path such as `pages.0.items.2.title` leads to. */
function itemAt(definition: SurveyDefinition, path: string): string | undefined {
  const [, page, item] = /pages\.(\d+)\.items\.(\d+)/.exec(path) ?? []
  return definition.pages[Number(page)]?.items[Number(item)]?.code
}

export interface Findings {
  findings: SurveyFinding[]
  /** Something is not even written yet: such a draft cannot be saved. */
  isUnfinished: boolean
  /** Of a moment ago: what was changed since is not looked at yet. */
  isOld: boolean
}

/** What is wrong with a definition while it is written, a moment after the last change; errors first. */
export function useFindings(definition: SurveyDefinition | undefined): Findings {
  const paused = usePaused(definition, pauseMs)
  const looked = useMemo(() => {
    if (!paused) return { findings: [], isUnfinished: false }
    const judged = judgeForm(paused)
    // what has not even the form of a definition (an empty title) is judged before anything is looked at
    const isUnfinished = 'issues' in judged
    const found = isUnfinished ? judged.issues.map((issue) => misshapen(paused, issue)) : findingsOf(judged.definition)
    return { findings: [...found].sort((a, b) => rank(a) - rank(b)), isUnfinished }
  }, [paused])
  return { ...looked, isOld: paused !== definition }
}

const rank = ({ level }: SurveyFinding) => (level === 'error' ? 0 : 1)

const misshapen = (definition: SurveyDefinition, { path, message }: InputIssue): SurveyFinding => ({
  path,
  item: itemAt(definition, path),
  level: 'error',
  kind: 'empty',
  message,
})
