import { View } from '@tarojs/components'
import { type Action, listBoard } from '../../contract/survey-actions'
import { goTo } from '../go-to'
import { Card } from '../ui/card'
import { Row } from '../ui/row'
import { useAsked } from '../use-asked'

const mostAsked = 10

/** Whether something has changed by it: decided on, at work, or done. */
const isChange = ({ status }: Action) => status === 'done' || status === 'closed' || status === 'adopted'

/** 你说，我们改: what changed last because people said so; nothing when nothing has yet. */
export function LatestChange() {
  const { value } = useAsked(listBoard, { limit: mostAsked })
  const changes = (value?.items ?? []).filter(isChange)
  const latest = changes.find(({ status }) => status !== 'adopted') ?? changes[0]
  return (
    <View className='home-part'>
      {latest ? (
        <Card title='你说，我们改' isFlush>
          <Row
            title={`你说：${latest.need}`}
            note={`我们改：${latest.measure}`}
            tag={latest.status === 'adopted' ? '正在改' : latest.mine ? '改好了' : '变好了吗？'}
            onTap={() => goTo('board')}
          />
        </Card>
      ) : null}
    </View>
  )
}
