import { smallDefinition } from './given-survey'

/** Fields of the survey procedures that a schema cannot word; they fit what test/support/given-survey-in.ts makes. */
export function surveyWording(procedure: string): Record<string, unknown> {
  if (!procedure.startsWith('survey.')) return {}
  const items: Record<string, string> = { 'survey.closeAction': 'q2', 'survey.listTexts': 'q4' }
  return {
    revision: 1,
    definition: smallDefinition,
    answers: { q1: { option: 'o1' }, q2: { number: 4 } },
    item: items[procedure] ?? 'q1',
    option: 'o1',
    // what is only proposed is not there for staff
    ...(procedure === 'survey.saveAction' ? { status: 'postponed' } : {}),
    rows: 'q1',
    columns: 'q2',
    text: '1、您满意吗？ [单选题]\nA. 满意\nB. 不满意',
    opensAt: '2026-11-22T08:00:00+08:00',
    closesAt: '2026-11-28T20:00:00+08:00',
  }
}
