import { Button, Descriptions, Divider, Drawer, Skeleton } from 'antd'
import { getPerson } from '../../contract/people'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import { Invitation } from './invitation'
import { PersonForm } from './person-form'
import { getPersonSentences } from './sentences'
import { providerWord } from './words'

interface Props {
  personId?: string
  onClose: () => void
  onChanged: () => void
}

/** One person: what may be edited, the accounts bound to them, an invitation. */
export function PersonDrawer({ personId, onClose, onChanged }: Props) {
  const { leave, setIsDirty } = useLeave(onClose)

  return (
    <Drawer title='人员' width={520} open={personId !== undefined} onClose={leave} destroyOnHidden>
      {personId && <Person key={personId} personId={personId} onDirty={setIsDirty} onChanged={onChanged} />}
    </Drawer>
  )
}

interface PersonProps {
  personId: string
  onDirty: (isDirty: boolean) => void
  onChanged: () => void
}

function Person({ personId, onDirty, onChanged }: PersonProps) {
  const zone = useZone()
  const { value: person, trouble, reload } = useAsk(getPerson, { personId }, getPersonSentences)
  if (trouble && !person) return <TroubleNote trouble={trouble} onRetry={reload} />
  if (!person) return <Skeleton active />
  return (
    <>
      <Descriptions
        column={1}
        size='small'
        items={[
          { key: 'name', label: '姓名', children: <strong>{person.name}</strong> },
          { key: 'number', label: '工号', children: person.staffNumber },
          { key: 'department', label: '部门', children: person.departmentPath.join(' / ') },
          { key: 'site', label: '院区', children: person.site || '未填写' },
          { key: 'kind', label: '人员类别', children: person.kind || '未填写' },
        ]}
      />
      <Divider />
      <PersonForm
        person={person}
        onDirty={onDirty}
        onSaved={() => {
          onChanged()
          reload()
        }}
      />
      <Section>已绑定的账号</Section>
      {person.identities.length === 0 && (
        <p className='quiet'>还没有绑定微信或支付宝。可以生成邀请码交给本人，由本人在小程序中填写。</p>
      )}
      <Descriptions
        column={1}
        size='small'
        items={person.identities.map(({ provider, boundAt }) => ({
          key: provider + boundAt,
          label: providerWord(provider),
          children: `${showInstant(boundAt, zone)} 绑定`,
        }))}
      />
      {person.status === 'left' ? (
        <Button disabled>已离开，不能邀请</Button>
      ) : (
        <Invitation personId={personId} isBound={person.isBound} />
      )}
    </>
  )
}
