import { Descriptions, Drawer, Empty, Skeleton, Steps } from 'antd'
import { linkTo } from '../address'
import { Section } from '../ui/section'
import { ActionForm } from './action-form'
import { dueText, type RunAction, voicesText } from './action-words'
import { CloseAction } from './close-action'
import { actionNames } from './words'

interface Props {
  action?: RunAction
  isWanted: boolean
  isLoading: boolean
  onDirty: (isDirty: boolean) => void
  onClose: () => void
  onChanged: () => void
}

const stepOf = { proposed: 0, postponed: 1, declined: 1, adopted: 1, done: 2, closed: 4 }

/** One action: how far it is on its way, what is said of it, and the next step. */
export function ActionDrawer({ action, isWanted, isLoading, onDirty, onClose, onChanged }: Props) {
  return (
    <Drawer title='改进事项' width={640} open={isWanted} onClose={onClose} destroyOnHidden>
      {!action && isLoading && <Skeleton active />}
      {!action && !isLoading && <Empty description='没有这件事，可能不在这一页里' />}
      {action && (
        <article key={action.actionId + action.revision} aria-label={action.need}>
          <Steps
            size='small'
            current={stepOf[action.status]}
            status={action.status === 'declined' || action.status === 'postponed' ? 'wait' : 'process'}
            items={[
              { title: '需求' },
              {
                title:
                  action.status === 'proposed'
                    ? '决定'
                    : actionNames[action.status === 'done' || action.status === 'closed' ? 'adopted' : action.status]
                        .word,
              },
              { title: '做完' },
              { title: '复测' },
            ]}
          />
          <Descriptions
            className='action-facts'
            column={1}
            size='small'
            items={[
              { key: 'need', label: '大家说的', children: action.need },
              {
                key: 'from',
                label: '来自',
                children: action.surveyId ? (
                  <a href={linkTo('/survey/result', { id: action.surveyId })}>问卷结果</a>
                ) : action.isSuggestion ? (
                  '职工的建议'
                ) : (
                  '管理人员'
                ),
              },
              ...(action.owner ? [{ key: 'owner', label: '负责人', children: action.owner }] : []),
              ...(action.dueOn ? [{ key: 'due', label: '期限', children: dueText(action) }] : []),
              ...(action.status === 'done' || action.status === 'closed'
                ? [{ key: 'voices', label: '大家觉得', children: voicesText(action) }]
                : []),
              ...(action.meanAfter !== undefined
                ? [
                    {
                      key: 'measured',
                      label: '复测',
                      children: `平均${action.meanBefore === undefined ? '' : `从 ${action.meanBefore.toFixed(2)} `}到 ${action.meanAfter.toFixed(2)}`,
                    },
                  ]
                : []),
            ]}
          />
          {action.status === 'done' && (
            <>
              <Section>复测</Section>
              <CloseAction action={action} onClosed={onChanged} />
            </>
          )}
          {action.status === 'closed' ? (
            <p className='quiet'>已经复测结束，不用再做什么。</p>
          ) : (
            <>
              <Section>{action.status === 'proposed' ? '决定' : '修改'}</Section>
              <ActionForm action={action} onDirty={onDirty} onSaved={onChanged} />
            </>
          )}
        </article>
      )}
    </Drawer>
  )
}
