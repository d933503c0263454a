import { View } from '@tarojs/components'
import { useState } from 'react'
import { accountName } from '../../platform/account'
import { canAskPhone } from '../../platform/phone-button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'
import { Segmented } from '../../ui/segmented'
import { useParams } from '../../use-params'
import { AskAdministrator } from './bind-approval'
import { BindByInvitation } from './bind-invitation'
import { BindByPhone } from './bind-phone'

const byPhone = { value: 'phone', label: '手机号' } as const
const others = [
  { value: 'invitation', label: '邀请码' },
  { value: 'approval', label: '管理员审批' },
] as const
const ways = canAskPhone ? ([byPhone, ...others] as const) : others
type Way = (typeof ways)[number]['value']

/** 绑定工号: once per account, by the phone number on the roster, an invitation code, or an administrator's approval. */
export default function Bind() {
  const { back } = useParams<'back'>()
  const [way, setWay] = useState<Way>(canAskPhone ? 'phone' : 'invitation')
  return (
    <Page>
      <View>{`第一次使用，请把您的${accountName}与工号绑定。只需一次，以后直接登录。`}</View>
      <Segmented choices={ways} chosen={way} onChoose={setWay} />
      <Card>
        {way === 'phone' ? <BindByPhone back={back} /> : null}
        {way === 'invitation' ? <BindByInvitation back={back} /> : null}
        {way === 'approval' ? <AskAdministrator /> : null}
      </Card>
    </Page>
  )
}
