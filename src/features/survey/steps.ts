import type { SurveyDefinition, SurveyItem } from '../../../contract/survey-definition'

/** About so many nodes on one screen; WeChat wants fewer than a thousand. */
const mostWeight = 300

function weightOf(item: SurveyItem): number {
  if (item.kind === 'matrix') return 6 + item.rows.length * (3 + item.options.length)
  if ('options' in item) return 6 + item.options.length * 3
  return item.kind === 'nps' || item.kind === 'scale' ? 18 : 10
}

/** The screens of a questionnaire: its pages, long ones in pieces. */
export function stepsOf({ pages }: SurveyDefinition): SurveyItem[][] {
  const steps: SurveyItem[][] = []
  for (const { items } of pages) {
    let step: SurveyItem[] = []
    let weight = 0
    for (const item of items) {
      if (step.length > 0 && weight + weightOf(item) > mostWeight) {
        steps.push(step)
        step = []
        weight = 0
      }
      step.push(item)
      weight += weightOf(item)
    }
    if (step.length > 0) steps.push(step)
  }
  return steps
}
