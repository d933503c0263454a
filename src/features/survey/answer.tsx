import { useState } from 'react'
import { getQuestionnaire } from '../../../contract/survey-answering'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { AnswerForm } from './answer-form'
import { questionnaireSentences, submitSentences } from './sentences'
import { SignInFirst } from './sign-in-first-card'
import { Thanks } from './thanks'

/** 填写问卷: one screen of questions at a time, then thanks. */
export default function AnswerSurvey() {
  const { surveyId } = useParams<'surveyId'>()
  const me = useMe()
  const asked = useAsked(getQuestionnaire, me && surveyId ? { surveyId } : undefined)
  const [thanks, setThanks] = useState<string>()
  if (!me) return <SignInFirst />
  if (thanks !== undefined) return <Thanks text={thanks} />
  const { value, refusal } = asked
  if (refusal || !surveyId) {
    return (
      <Page>
        <Empty
          icon='praise'
          text={questionnaireSentences[refusal?.refusal ?? 'NO_SUCH_SURVEY']}
          action='看其他问卷'
          onAction={() => goTo('surveys', {}, 'replace')}
        />
      </Page>
    )
  }
  if (value?.hasAnswered) return <Thanks text={submitSentences.ALREADY_ANSWERED} />
  if (value) return <AnswerForm key={value.revision} questionnaire={value} onDone={setThanks} />
  return (
    <Page>
      <Stack>
        <AskedView asked={asked} lines={8}>
          {() => null}
        </AskedView>
      </Stack>
    </Page>
  )
}
