import { View } from '@tarojs/components'
import { getResults } from '../../../contract/survey-results'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { ResultItem } from './result-item'
import { resultSentences } from './sentences'
import { SignInFirst } from './sign-in-first-card'
import { dotted, percent } from './words'
import './result.scss'

/** 问卷结果: what came of each question; what too few people stand behind is not shown. */
export default function SurveyResult() {
  const { surveyId } = useParams<'surveyId'>()
  const me = useMe()
  const asked = useAsked(getResults, me && surveyId ? { surveyId } : undefined)
  if (!me) return <SignInFirst />
  if (asked.refusal || !surveyId) {
    return (
      <Page>
        <Empty
          icon='shield'
          text={resultSentences[asked.refusal?.refusal ?? 'NO_SUCH_SURVEY']}
          action='看其他问卷'
          onAction={() => goTo('surveys', {}, 'replace')}
        />
      </Page>
    )
  }
  return (
    <Page
      footer={
        <Button kind='plain' onTap={() => goTo('board')}>
          看看改了什么
        </Button>
      }
    >
      <Stack>
        <AskedView asked={asked} lines={8}>
          {({ title, invited, answered, responseRate, n, status, items }) => (
            <View>
              <View className='result-head'>
                <View className='result-title'>{title}</View>
                <View className='result-soft'>
                  {dotted(
                    `请了 ${invited} 人，答了 ${answered} 人`,
                    responseRate !== undefined && `回收率 ${percent(responseRate)}`,
                  )}
                </View>
                <View className='result-soft'>
                  {dotted(`以下按 ${n} 份答卷算`, status === 'published' && '还在收，数字会变')}
                </View>
              </View>
              <InGroups
                items={items.filter(({ kind }) => kind !== 'section')}
                keyOf={({ code }) => code}
                className='result-items'
              >
                {(item) => <ResultItem key={item.code} item={item} isOpen={status === 'published'} />}
              </InGroups>
              <View className='result-soft'>
                不满五个人的数字不单列，能推算出它们的也不显示，免得猜出是谁。文字意见只给负责人看，打乱了顺序。
              </View>
            </View>
          )}
        </AskedView>
      </Stack>
    </Page>
  )
}
