import { readSurveyText } from '../../contract/survey'
import { keeper, refuse } from '../keeper'
import { readPasted } from './pasted-survey'

export default keeper(readSurveyText, async ({ text }) => {
  const { definition, notes } = readPasted(text)
  if (!definition) return refuse('NOTHING_READ', { notes })
  return { definition, notes }
})
