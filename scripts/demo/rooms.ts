import type { Equipment, Layout } from '../../contract/booking'
import type { DepartmentWindow, MinuteRange, RoomRules } from '../../contract/booking-rules'
import type { Db } from '../../database/connect'
import { pinyinOf } from '../../functions/documents/pinyin'
import { checkCharacterOf, newHumanCode, newSecret } from '../../functions/secrets'
import type { Chance } from './chance'
import type { Outline } from './institution'

/** A kind of room, with what is typical of it. */
interface Kind {
  /** `%` becomes the room's number. */
  name: string
  capacity: readonly number[]
  equipment: readonly Equipment[]
  layouts: readonly Layout[]
  rules: Pick<RoomRules, 'minMinutes' | 'maxMinutes' | 'daysAhead' | 'turnoverMinutes' | 'cancelUntilMinutes'>
  isOpenOnWeekends: boolean
  notice: string
}

const kinds = {
  talk: {
    name: '%洽谈室',
    capacity: [4, 6, 8],
    equipment: ['television'],
    layouts: ['square'],
    rules: { minMinutes: 15, maxMinutes: 120, daysAhead: 14, turnoverMinutes: 0, cancelUntilMinutes: 0 },
    isOpenOnWeekends: true,
    notice: '',
  },
  meeting: {
    name: '%会议室',
    capacity: [10, 12, 16, 20],
    equipment: ['projector', 'whiteboard'],
    layouts: ['square', 'classroom'],
    rules: { minMinutes: 30, maxMinutes: 240, daysAhead: 30, turnoverMinutes: 10, cancelUntilMinutes: 30 },
    isOpenOnWeekends: false,
    notice: '会后请关闭投影和空调。',
  },
  video: {
    name: '%视频会议室',
    capacity: [14, 18, 24],
    equipment: ['videoConference', 'television', 'microphone', 'whiteboard'],
    layouts: ['square'],
    rules: { minMinutes: 30, maxMinutes: 240, daysAhead: 30, turnoverMinutes: 15, cancelUntilMinutes: 60 },
    isOpenOnWeekends: false,
    notice: '视频会议请提前 10 分钟到场调试。',
  },
  training: {
    name: '%培训教室',
    capacity: [40, 50, 60],
    equipment: ['projector', 'sound', 'microphone', 'computer'],
    layouts: ['classroom', 'theatre', 'square'],
    rules: { minMinutes: 60, maxMinutes: 480, daysAhead: 60, turnoverMinutes: 30, cancelUntilMinutes: 120 },
    isOpenOnWeekends: true,
    notice: '',
  },
  hall: {
    name: '%学术报告厅',
    capacity: [120, 180, 260],
    equipment: ['projector', 'sound', 'microphone', 'videoConference', 'interpretation'],
    layouts: ['theatre', 'classroom'],
    rules: { minMinutes: 60, maxMinutes: 600, daysAhead: 90, turnoverMinutes: 30, cancelUntilMinutes: 1440 },
    isOpenOnWeekends: true,
    notice: '使用音响和同声传译请提前一天联系会务。',
  },
} satisfies Record<string, Kind>

// Ten rooms of a building, floor by floor.
const building = [
  'talk',
  'meeting',
  'meeting',
  'talk',
  'video',
  'meeting',
  'training',
  'talk',
  'meeting',
  'hall',
] as const

const weekday: readonly MinuteRange[] = [[480, 1260]]
const officeDay: readonly MinuteRange[] = [[510, 1080]]
const weekend: readonly MinuteRange[] = [[540, 1020]]

function openingOf(kind: Kind, chance: Chance): RoomRules['opening'] {
  const usual = chance.happens(0.6) ? weekday : officeDay
  const free = kind.isOpenOnWeekends ? weekend : []
  return [usual, usual, usual, usual, usual, free, kind.isOpenOnWeekends && chance.happens(0.5) ? weekend : []]
}

/** Departments' own rooms and hours, by the room's place in the order in which they are made. */
const special: Readonly<
  Record<number, { only?: string; window?: Omit<DepartmentWindow, 'departmentId'> & { department: string } }>
> = {
  2: { window: { department: '院办公室', weekdays: [1], from: 510, to: 690 } },
  5: { window: { department: '财务处', weekdays: [2, 4], from: 840, to: 960 } },
  11: { only: '材料研究所' },
  15: { window: { department: '信息研究所', weekdays: [3], from: 840, to: 1020 } },
  18: { only: '科研中心' },
  22: { window: { department: '生命研究所', weekdays: [1, 5], from: 540, to: 660 } },
  31: { only: '后勤服务中心' },
}

/** Writes sites, buildings, ten rooms to a building (four in a small institution) and their door codes. */
export async function writeRooms(
  db: Db,
  place: { orgId: number; outline: Outline; departmentIds: Map<string, string> },
  chance: Chance,
): Promise<string[]> {
  const { orgId, outline, departmentIds } = place
  const isSmall = outline.people < 100
  const siteIds: string[] = []
  const rooms = []
  let made = 0
  for (const [site, buildings] of Object.entries(outline.sites)) {
    const { siteId } = await db
      .insertInto('site')
      .values({ orgId, name: site })
      .returning('siteId')
      .executeTakeFirstOrThrow()
    siteIds.push(siteId)
    for (const name of buildings) {
      const { buildingId } = await db
        .insertInto('building')
        .values({ orgId, siteId, name })
        .returning('buildingId')
        .executeTakeFirstOrThrow()
      for (const [i, word] of building.slice(0, isSmall ? 4 : 10).entries()) {
        rooms.push(
          roomOf(
            kinds[word],
            { orgId, buildingId, i, made: made++, departmentIds: isSmall ? undefined : departmentIds },
            chance,
          ),
        )
      }
    }
  }
  await db.insertInto('room').values(rooms).execute()
  await db.insertInto('roomDirectory').values({ orgId }).execute()
  await db
    .insertInto('doorCode')
    .values(rooms.map(({ roomId }) => doorOf(orgId, roomId)))
    .execute()
  return siteIds
}

function roomOf(
  kind: Kind,
  at: { orgId: number; buildingId: string; i: number; made: number; departmentIds?: Map<string, string> },
  chance: Chance,
) {
  const floor = 1 + Math.floor(at.i / 2)
  const name = kind.name.replace('%', kind === kinds.hall ? '' : `${floor}0${1 + (at.i % 2)}`)
  const { only, window } = (at.departmentIds && special[at.made]) ?? {}
  const rules: RoomRules = {
    ...kind.rules,
    isBookable: !at.departmentIds || at.made !== 26,
    capacity: chance.pick(kind.capacity),
    opening: openingOf(kind, chance),
    openToDepartmentIds: only ? [at.departmentIds?.get(only) ?? ''] : [],
    windows: window ? [windowOf(window, at.departmentIds)] : [],
  }
  return {
    orgId: at.orgId,
    roomId: crypto.randomUUID(),
    buildingId: at.buildingId,
    floor: `${floor}层`,
    floorLevel: floor,
    name,
    ...pinyinOf(name),
    equipment: kind.equipment.filter(() => chance.happens(0.9)),
    layouts: [...kind.layouts],
    notice: rules.isBookable ? kind.notice : '装修中，预计下月开放。',
    rules: JSON.stringify(rules),
    turnoverMinutes: rules.turnoverMinutes,
  }
}

function windowOf(
  window: { department: string; weekdays: readonly number[]; from: number; to: number },
  ids?: Map<string, string>,
): DepartmentWindow {
  const { department, ...hours } = window
  return { departmentId: ids?.get(department) ?? '', ...hours }
}

function doorOf(orgId: number, placeId: string) {
  const code = newHumanCode(5)
  return { orgId, placeId, token: newSecret(12), humanCode: code + checkCharacterOf(code), createdAt: new Date() }
}
