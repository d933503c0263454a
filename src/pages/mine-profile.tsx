import { View } from '@tarojs/components'
import type { Me } from '../../contract/people-sign-in'
import type { Duty } from '../../contract/procedure'
import { Badge } from '../ui/badge'
import './mine-profile.scss'

/** Duties as people call them; `staff` is everybody and goes without saying. */
const dutyNames: Record<Exclude<Duty, 'staff'>, string> = {
  proxy: '代办',
  steward: '会务',
  dispatcher: '调度',
  technician: '维修',
  kitchen: '食堂',
  fleet: '车队',
  surveyor: '调查',
  manager: '主管',
  admin: '管理员',
  auditor: '审计',
}

/** Name, place in the institution, and what the person is entrusted with. */
export function Profile({ me }: { me: Me }) {
  const duties = me.duties.filter((duty): duty is Exclude<Duty, 'staff'> => duty !== 'staff')
  return (
    <View className='profile'>
      <View className='profile-face' aria-hidden>
        {me.name.slice(-1)}
      </View>
      <View className='profile-words'>
        <View className='profile-name'>{me.name}</View>
        <View className='profile-line'>{me.departmentPath.join(' / ') || me.department}</View>
        <View className='profile-line'>{`${me.institution.name} · 工号 ${me.staffNumber}`}</View>
        <View className='profile-line'>{me.maskedPhone ? `手机 ${me.maskedPhone}` : ''}</View>
        <View className='profile-duties'>
          {duties.map((duty) => (
            <Badge key={duty}>{dutyNames[duty]}</Badge>
          ))}
        </View>
      </View>
    </View>
  )
}
