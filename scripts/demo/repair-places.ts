import type { PhotoPolicy } from '../../contract/repair-places'
import type { Db } from '../../database/connect'
import { pinyinOf } from '../../functions/documents/pinyin'
import { newDoorCode } from '../../functions/new-door-code'
import { newId } from '../../functions/secrets'

/** A place of the demo that tickets are reported from. */
export interface DemoPlace {
  placeId: string
  building: string
  buildingId: string
  floor: string
  name: string
}
export interface DemoAsset {
  assetId: string
  placeId: string
  name: string
  categoryId: string | null
}

type Wish = readonly [floor: string, name: string, policy?: PhotoPolicy]

const everyFloor = ['走廊', '男卫生间', '女卫生间', '茶水间']

/** What besides meeting rooms and the usual of every floor there is, building by building. */
const special: Readonly<Record<string, readonly Wish[]>> = {
  综合楼: [
    ['负1层', '地下车库'],
    ['1层', '大厅'],
    ['1层', '职工食堂'],
    ['1层', '配电间', 'forbidden'],
    ['1层', '1 号电梯'],
    ['2层', '财务处 206'],
    ['3层', '院办公室 305'],
    ['4层', '档案室', 'textOnly'],
    ['4层', '保密室', 'forbidden'],
    ['5层', '院长办公室', 'textOnly'],
  ],
  科研楼: [
    ['1层', '大厅'],
    ['1层', '配电间', 'forbidden'],
    ['1层', '2 号电梯'],
    ['2层', '材料研究所 208'],
    ['3层', '材料研究所 305'],
    ['3层', '信息研究所 310'],
    ['4层', '网络机房', 'forbidden'],
    ['5层', '屋面空调机组'],
  ],
  实验楼: [
    ['1层', '气瓶间'],
    ['1层', '配电间', 'forbidden'],
    ['2层', '理化实验室 201'],
    ['3层', '生物实验室 304'],
    ['4层', '样品库', 'textOnly'],
  ],
  会议中心: [
    ['1层', '门厅'],
    ['1层', '音控室'],
    ['1层', '3 号电梯'],
    ['2层', '东湖餐厅'],
  ],
  设计楼: [
    ['1层', '门厅'],
    ['1层', '配电间', 'forbidden'],
    ['2层', '设计室 201'],
    ['2层', '图档室', 'textOnly'],
  ],
}

/** Assets by the place they stand in (the end of its name), with the category that is proposed for them. */
const assetsOf: readonly (readonly [place: RegExp, name: string, model: string, category: string])[] = [
  [/视频会议室$/, '视频会议终端', 'TE40', '网络与办公设备/会议室投影、音响'],
  [/\d会议室$/, '吊装投影机', 'CB-2055', '网络与办公设备/会议室投影、音响'],
  [/培训教室$/, '立柜式空调', 'KFR-120LW', '空调/不制冷、不制热'],
  [/学术报告厅$/, '调音台', 'MG16', '网络与办公设备/会议室投影、音响'],
  [/茶水间$/, '开水器', 'ZK-9KW', '水电/饮水、热水'],
  [/(所|处|室) \d+$/, '打印复印一体机', 'M7268', '网络与办公设备/打印机、复印机'],
  [/(所|室) \d+$/, '壁挂空调', 'KFR-35GW', '空调/不制冷、不制热'],
  [/电梯$/, '乘客电梯', 'LCA-1000', '电梯/停运、异响'],
  [/餐厅$|食堂$/, '洗碗机', 'XWJ-80', '水电/饮水、热水'],
  [/空调机组$/, '多联机外机', 'MDV-560', '空调/漏水、异响'],
]

async function addPlaces(db: Db, orgId: number, now: number): Promise<void> {
  const buildings = await db.selectFrom('building').select(['buildingId', 'name']).where('orgId', '=', orgId).execute()
  const floors = orgId === 1 ? 5 : 2
  const rows = buildings.flatMap(({ buildingId, name: building }) => {
    const usual = Array.from({ length: floors }, (_, i) => everyFloor.map((name): Wish => [`${i + 1}层`, name])).flat()
    return [...(special[building] ?? []), ...usual].map(([floor, name, photoPolicy = 'allowed']) => ({
      orgId,
      placeId: newId(now),
      buildingId,
      floor,
      floorLevel: floor === '负1层' ? -1 : Number.parseInt(floor, 10),
      name,
      ...pinyinOf(name),
      photoPolicy,
    }))
  })
  await db.insertInto('place').values(rows).execute()
}

/** Codes for all that have none, none of them given out before. */
async function giveCodes(
  db: Db,
  orgId: number,
  now: number,
  things: readonly { placeId: string; assetId?: string }[],
): Promise<void> {
  const codes = await db.selectFrom('doorCode').select('humanCode').where('orgId', '=', orgId).execute()
  const taken = new Set(codes.map(({ humanCode }) => humanCode))
  const rows = things.map(({ placeId, assetId = null }) => {
    let code = newDoorCode()
    while (taken.has(code.humanCode)) code = newDoorCode()
    taken.add(code.humanCode)
    return { orgId, placeId, assetId, ...code, createdAt: new Date(now) }
  })
  await db.insertInto('doorCode').values(rows).execute()
}

/** Writes the places besides the rooms, the assets in both and their codes. `now` in epoch ms. */
export async function writePlaces(
  db: Db,
  orgId: number,
  now: number,
  categoryIds: ReadonlyMap<string, string>,
): Promise<{ places: DemoPlace[]; assets: DemoAsset[] }> {
  await addPlaces(db, orgId, now)
  const rows = await db
    .selectFrom('place as p')
    .innerJoin('building as b', (on) => on.onRef('b.orgId', '=', 'p.orgId').onRef('b.buildingId', '=', 'p.buildingId'))
    .select(['p.placeId', 'p.floor', 'p.name', 'p.isRoom', 'b.buildingId', 'b.name as building'])
    .where('p.orgId', '=', orgId)
    .where('p.isRetired', '=', false)
    .orderBy('b.name')
    .orderBy('p.floorLevel')
    .orderBy('p.name')
    .execute()
  let made = 0
  const assets = rows.flatMap(({ placeId, name: place }) =>
    assetsOf
      .filter(([where]) => where.test(place))
      .map(([, name, model, category]) => ({
        orgId,
        assetId: newId(now),
        placeId,
        name,
        model,
        assetNumber: `GZ-${2016 + (made % 9)}-${String(++made).padStart(4, '0')}`,
        note: '',
        categoryId: categoryIds.get(category) ?? null,
      })),
  )
  if (assets.length > 0) await db.insertInto('asset').values(assets).execute()
  await giveCodes(db, orgId, now, [...rows.filter(({ isRoom }) => !isRoom), ...assets])
  return { places: rows, assets }
}
