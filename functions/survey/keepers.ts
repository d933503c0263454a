import checkSurvey from './check-survey'
import closeAction from './close-action'
import closeSurvey from './close-survey'
import compareRounds from './compare-rounds'
import createSurvey from './create-survey'
import exportResults from './export-results'
import getCrossTab from './get-cross-tab'
import getPaperQuestionnaire from './get-paper-questionnaire'
import getParticipation from './get-participation'
import getQuestionnaire from './get-questionnaire'
import getResults from './get-results'
import getSurvey from './get-survey'
import listActions from './list-actions'
import listBoard from './list-board'
import listMySurveys from './list-my-surveys'
import listPaperSurveys from './list-paper-surveys'
import listSurveys from './list-surveys'
import listTexts from './list-texts'
import publishSurvey from './publish-survey'
import readSurveyText from './read-survey-text'
import remindAudience from './remind-audience'
import removeSurvey from './remove-survey'
import saveAction from './save-action'
import saveSurvey from './save-survey'
import submitAnswers from './submit-answers'
import submitPaper from './submit-paper'
import suggest from './suggest'
import voteAction from './vote-action'

/** Who answers what is asked of surveys, by the name on the wire. */
export const surveyKeepers = {
  'survey.checkSurvey': checkSurvey,
  'survey.closeAction': closeAction,
  'survey.closeSurvey': closeSurvey,
  'survey.compareRounds': compareRounds,
  'survey.createSurvey': createSurvey,
  'survey.exportResults': exportResults,
  'survey.getCrossTab': getCrossTab,
  'survey.getPaperQuestionnaire': getPaperQuestionnaire,
  'survey.getParticipation': getParticipation,
  'survey.getQuestionnaire': getQuestionnaire,
  'survey.getResults': getResults,
  'survey.getSurvey': getSurvey,
  'survey.listActions': listActions,
  'survey.listBoard': listBoard,
  'survey.listMySurveys': listMySurveys,
  'survey.listPaperSurveys': listPaperSurveys,
  'survey.listSurveys': listSurveys,
  'survey.listTexts': listTexts,
  'survey.publishSurvey': publishSurvey,
  'survey.readSurveyText': readSurveyText,
  'survey.remindAudience': remindAudience,
  'survey.removeSurvey': removeSurvey,
  'survey.saveAction': saveAction,
  'survey.saveSurvey': saveSurvey,
  'survey.submitAnswers': submitAnswers,
  'survey.submitPaper': submitPaper,
  'survey.suggest': suggest,
  'survey.voteAction': voteAction,
}
