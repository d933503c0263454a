import { listMySurveys, type MySurvey } from '../../../contract/survey-answering'
import { parseInstant } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { Stack } from '../../ui/stack'
import { useAsked } from '../../use-asked'
import { usePresent } from '../../use-present'
import { SignInFirst } from './sign-in-first-card'
import { dotted, momentText } from './words'

interface GroupProps {
  title: string
  surveys: readonly MySurvey[]
  noteOf: (survey: MySurvey) => string
  tag?: string
  /** None: the rows only tell. */
  page?: 'answerSurvey' | 'surveyResult'
}

/** Surveys of one kind; nothing without any. */
function Group({ title, surveys, noteOf, tag, page }: GroupProps) {
  if (surveys.length === 0) return null
  return (
    <Card title={title} isFlush>
      <InGroups items={surveys} keyOf={({ surveyId }) => surveyId}>
        {(survey) => (
          <Row
            key={survey.surveyId}
            title={survey.title}
            note={noteOf(survey)}
            tag={tag}
            onTap={page && (() => goTo(page, { surveyId: survey.surveyId }))}
          />
        )}
      </InGroups>
    </Card>
  )
}

/** 问卷: those to be answered first, then those whose results can be read; and what came of them. */
export default function Surveys() {
  const me = useMe()
  const asked = useAsked(listMySurveys, me ? {} : undefined)
  const { now, zone } = usePresent()
  if (!me) return <SignInFirst />
  return (
    <Page>
      <Stack>
        <AskedView asked={asked} lines={6}>
          {({ items }) => {
            const toAnswer = items.filter(
              ({ hasAnswered, closesAt }) => !hasAnswered && (parseInstant(closesAt) ?? 0) > now,
            )
            const results = items.filter((one) => one.hasResults)
            const waiting = items.filter(({ hasAnswered, hasResults }) => hasAnswered && !hasResults)
            return (
              <Stack>
                {toAnswer.length === 0 ? (
                  <Empty
                    icon='check'
                    text='现在没有要您回答的问卷。有话想说，随时可以提建议。'
                    action='提建议'
                    onAction={() => goTo('suggest')}
                  />
                ) : null}
                <Group
                  title='请您回答'
                  surveys={toAnswer}
                  page='answerSurvey'
                  noteOf={({ isAnonymous, questions, minutes, closesAt }) =>
                    dotted(
                      isAnonymous ? '匿名' : '实名',
                      `${questions} 题`,
                      `约 ${minutes} 分钟`,
                      `${momentText(closesAt, now, zone)} 截止`,
                    )
                  }
                />
                <Group
                  title='看结果'
                  surveys={results}
                  page='surveyResult'
                  noteOf={({ hasAnswered }) => (hasAnswered ? '您答过，看看大家怎么说' : '看看大家怎么说')}
                />
                <Group
                  title='已交'
                  surveys={waiting}
                  tag='已交'
                  noteOf={({ closesAt }) => `${momentText(closesAt, now, zone)} 截止，之后可以看结果`}
                />
              </Stack>
            )
          }}
        </AskedView>
      </Stack>
      <Card isFlush>
        <Row icon='praise' title='你说，我们改' note='大家提的，改了什么、为什么没改' onTap={() => goTo('board')} />
        <Row icon='plus' title='提建议' note='不等问卷，想到就说' onTap={() => goTo('suggest')} />
        <Row icon='shield' title='匿名是怎么保证的' onTap={() => goTo('surveyPromise')} />
      </Card>
    </Page>
  )
}
