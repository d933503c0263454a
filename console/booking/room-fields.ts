import type { listPlaces, RoomRecord, saveRoom } from '../../contract/booking-rooms'
import type { InputOf, ValueOf } from '../../contract/procedure'

/** Sites with their buildings, to choose from. */
export type Sites = ValueOf<typeof listPlaces>['sites']

export type RoomFields = Omit<InputOf<typeof saveRoom>, 'roomId'>

const workHours: [number, number][] = [[510, 1050]]

/** What a new room begins with: office hours, everyone, half an hour to half a day, two weeks ahead. */
const usual: RoomFields = {
  name: '',
  buildingId: '',
  floor: '',
  equipment: [],
  layouts: ['classroom'],
  notice: '',
  rules: {
    isBookable: true,
    capacity: 10,
    opening: [workHours, workHours, workHours, workHours, workHours, [], []],
    openToDepartmentIds: [],
    windows: [],
    minMinutes: 15,
    maxMinutes: 480,
    daysAhead: 14,
    turnoverMinutes: 10,
    cancelUntilMinutes: 30,
  },
}

/** What the form begins with. A building nobody has chosen yet is left open. */
export function roomFieldsOf(room?: RoomRecord): Partial<RoomFields> {
  if (!room) return { ...usual, buildingId: undefined }
  const { name, buildingId, floor, equipment, layouts, notice, rules } = room
  return { name, buildingId, floor, equipment, layouts, notice, rules }
}

const labels: Record<string, string> = {
  name: '名称',
  buildingId: '楼宇',
  floor: '楼层',
  equipment: '设备',
  layouts: '可选布置',
  notice: '使用须知',
  capacity: '容量',
  opening: '开放时间',
  openToDepartmentIds: '对哪些部门开放',
  windows: '部门专用时段',
  minMinutes: '最短时长',
  maxMinutes: '最长时长',
  daysAhead: '提前预订',
  turnoverMinutes: '会后整理',
  cancelUntilMinutes: '取消时限',
}

/** The field a path such as `rules.opening.2.0` belongs to, as the form calls it. */
export function describeRoomPath(path: string): string {
  const [first = '', second = ''] = path.split('.')
  return labels[first === 'rules' ? second : first] ?? ''
}
