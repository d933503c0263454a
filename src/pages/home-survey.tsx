import { View } from '@tarojs/components'
import type { Me } from '../../contract/people-sign-in'
import { listMySurveys } from '../../contract/survey-answering'
import { formatMoment, parseInstant } from '../../contract/zone'
import { goTo } from '../go-to'
import { Card } from '../ui/card'
import { Row } from '../ui/row'
import { useAsked } from '../use-asked'
import { usePresent } from '../use-present'

/** The survey of those I am asked to answer that closes first; nothing when there is none, and nothing while it loads. */
export function OpenSurvey({ me }: { me: Me }) {
  const { value } = useAsked(listMySurveys, {})
  const { now } = usePresent()
  const closingOf = (closesAt: string) => parseInstant(closesAt) ?? 0
  const open = (value?.items ?? []).filter(({ hasAnswered, closesAt }) => !hasAnswered && closingOf(closesAt) > now)
  const [survey] = open.sort((a, b) => closingOf(a.closesAt) - closingOf(b.closesAt))
  const { zone } = me.institution
  return (
    <View className='home-part'>
      {survey ? (
        <Card title='请您说说' isFlush>
          <Row
            title={survey.title}
            note={`${survey.isAnonymous ? '匿名，' : ''}${survey.questions} 题，约 ${survey.minutes} 分钟 · ${formatMoment(closingOf(survey.closesAt), now, zone)} 截止`}
            tag='待答'
            onTap={() => goTo('answerSurvey', { surveyId: survey.surveyId })}
          />
          {open.length > 1 ? <Row title={`还有 ${open.length - 1} 份问卷`} onTap={() => goTo('surveys')} /> : null}
        </Card>
      ) : null}
    </View>
  )
}
