import { checkSurvey } from '../../contract/survey'
import { findingsOf } from '../../contract/survey-check'
import { keeper } from '../keeper'

export default keeper(checkSurvey, async ({ definition }) => ({ findings: findingsOf(definition) }))
