import type { ProcedureName } from '../../contract/procedures'

/** What the audit log's entries are called; a name that no longer exists in the contract does not compile. */
const words: Record<string, string> = {
  'people.signIn': '登录',
  'people.signInByLink': '用一次性链接登录',
  'people.finishScanSignIn': '扫码登录',
  'people.bindByInvitation': '用邀请码绑定账号',
  'people.bindByPhone': '用手机号绑定账号',
  'people.requestBinding': '申请绑定账号',
  'people.listPeople': '查看花名册',
  'people.getPerson': '查看一个人的资料',
  'people.changePerson': '修改一个人的资料',
  'people.previewRoster': '预览要导入的花名册',
  'people.importRoster': '导入花名册',
  'people.exportRoster': '导出花名册',
  'people.listBindingRequests': '查看绑定申请',
  'people.decideBinding': '处理绑定申请',
  'people.invitePerson': '生成邀请码',
  'people.confirmScanSignIn': '在手机上确认登录',
  'people.signOut': '退出登录',
  'people.readNotices': '把消息标为已读',
  'booking.reserveRoom': '预订会议室',
  'booking.changeBooking': '修改预订',
  'booking.cancelBooking': '取消预订',
  'booking.checkIn': '会议签到',
  'booking.renewDoorCode': '更换房间码',
  'booking.makeCalendarLink': '生成日历订阅地址',
  'booking.savePlace': '修改院区或楼宇',
  'booking.saveRoom': '修改会议室',
  'booking.retireRoom': '停用或恢复会议室',
  'booking.setRoomPhoto': '更换会议室照片',
  'booking.importRooms': '导入会议室',
  'booking.saveSpecialDay': '修改节假日',
} satisfies Partial<Record<ProcedureName, string>>

/** What the scripts of the server leave in the log. */
const scriptWords: Record<string, string> = {
  'people.makeSignInLink': '在服务器上生成登录链接',
  'people.makeInstitution': '在服务器上新建单位',
}

/** The Chinese name of a procedure, or its own where there is none. */
export const procedureWord = (name: string): string => words[name] ?? scriptWords[name] ?? name
