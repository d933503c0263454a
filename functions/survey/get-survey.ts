import { type Audience, getSurvey, type ResultsWhen } from '../../contract/survey'
import { findingsOf } from '../../contract/survey-check'
import type { SurveyDefinition } from '../../contract/survey-definition'
import { dayOf } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { countAudience } from './audience'
import { audienceWords } from './audience-words'
import { selectSurveys, surveyBriefOf } from './survey-rows'

/** With fewer people than this nobody ever reads a result of an anonymous survey (see get-results.ts). */
const fewest = 5

/** The quarter a round of the core belongs to. */
function roundOf(ms: number, zone: string): string {
  const [year, month] = dayOf(ms, zone).split('-')
  return `${year} 年第 ${Math.ceil(Number(month) / 3)} 季度`
}

export default keeper(getSurvey, async ({ surveyId }, asked) => {
  const { now, person } = asked
  const row = await selectSurveys(asked)
    .where('s.surveyId', '=', surveyId)
    .select(['s.definition', 's.audience', 's.resultsWhen', 's.isOpenToStaff'])
    .executeTakeFirst()
  if (!row) return refuse('NO_SUCH_SURVEY')
  const { definition: stored, audience: meant, resultsWhen, isOpenToStaff, ...brief } = row
  const definition = stored as unknown as SurveyDefinition
  const audience = meant as unknown as Audience
  const isDraft = row.status === 'draft'
  const invited = isDraft ? await countAudience(audience, { ...asked, zone: person.zone }) : row.invited
  const words = await audienceWords(asked, audience)
  const tooFew =
    row.isAnonymous && invited > 0 && invited < fewest
      ? `。不到 ${fewest} 个人，匿名问卷的结果不会显示，请扩大范围或改为实名`
      : ''
  return {
    ...surveyBriefOf(brief, person.zone),
    invited,
    audience,
    resultsWhen: resultsWhen as ResultsWhen,
    isOpenToStaff,
    definition,
    findings: findingsOf(definition),
    audienceText: `${words}，${isDraft ? '现在' : '发布时'}共 ${invited} 人${tooFew}`,
    ...(row.template === 'core' ? { thisRound: roundOf((row.opensAt ?? new Date(now)).getTime(), person.zone) } : {}),
  }
})
