import { listBoard } from '../../../contract/survey-actions'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useAskedPages } from '../../use-asked-pages'
import { usePresent } from '../../use-present'
import { BoardAction } from './board-action'
import { SignInFirst } from './sign-in-first-card'
import './board.scss'

/** 你说，我们改: what people said, what came of it, and whether it got better. */
export default function Board() {
  const me = useMe()
  const { first, items, ...pages } = useAskedPages(listBoard, me ? {} : undefined)
  const { now, zone } = usePresent()
  if (!me) return <SignInFirst />
  return (
    <Page footer={<Button onTap={() => goTo('suggest')}>提建议</Button>}>
      <Stack>
        <AskedView asked={first} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty
                icon='praise'
                text='还没有改进事项。大家在问卷和建议里说的，定下来怎么办以后会写在这里。'
                action='去答问卷'
                onAction={() => goTo('surveys')}
              />
            ) : (
              <InGroups items={items} keyOf={({ actionId }) => actionId} className='board'>
                {(action) => <BoardAction key={action.actionId} action={action} now={now} zone={zone} />}
              </InGroups>
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更早的' {...pages} />
    </Page>
  )
}
