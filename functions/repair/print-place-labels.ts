import { sql } from 'kysely'
import { printPlaceLabels } from '../../contract/repair-catalog'
import type { DoorLabel } from '../documents/documents'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { assetOf, assetRows } from './asset-records'
import { placeRecordOf, placeRecordRows } from './place-records'

type By = Pick<AskedByPerson, 'cloud' | 'db' | 'orgId'>

/** Those named, or all in use; undefined when one of those named is not of the institution. */
async function placeLabels({ cloud, db, orgId }: By, ids: readonly string[] | undefined) {
  const rows = await placeRecordRows(db, orgId)
    .where(ids ? sql<boolean>`p.place_id = ANY (${[...ids]}::uuid[])` : sql<boolean>`NOT p.is_retired`)
    .orderBy('s.name')
    .orderBy('b.name')
    .orderBy('p.floorLevel')
    .orderBy('p.name')
    .execute()
  if (ids && rows.length < new Set(ids).size) return undefined
  return rows.map(placeRecordOf).map(
    (place): DoorLabel => ({
      url: `${cloud.publicUrl}/r/${place.codeToken}`,
      humanCode: place.humanCode,
      name: place.name,
      place: [place.site, place.building, place.floor].filter(Boolean).join(' '),
      detail: '',
      hint: place.isRoom ? '扫码订会议室 · 签到 · 报修' : '扫码报修 · 保洁 · 隐患 · 表扬',
    }),
  )
}

async function assetLabels({ cloud, db, orgId }: By, ids: readonly string[] | undefined) {
  const rows = await assetRows(db, orgId)
    .where(ids ? sql<boolean>`a.asset_id = ANY (${[...ids]}::uuid[])` : sql<boolean>`NOT a.is_retired`)
    .orderBy('b.name')
    .orderBy('p.floorLevel')
    .orderBy('p.name')
    .orderBy('a.name')
    .execute()
  if (ids && rows.length < new Set(ids).size) return undefined
  return rows.map(assetOf).map(
    (asset): DoorLabel => ({
      url: `${cloud.publicUrl}/r/${asset.codeToken}`,
      humanCode: asset.humanCode,
      name: asset.name,
      place: asset.place,
      detail: asset.assetNumber,
      hint: '设备有故障？扫码报修',
    }),
  )
}

export default keeper(printPlaceLabels, async ({ placeIds, assetIds }, asked) => {
  const isAll = placeIds.length + assetIds.length === 0
  const places = await placeLabels(asked, isAll ? undefined : placeIds)
  if (!places) return refuse('NO_SUCH_PLACE')
  const assets = await assetLabels(asked, isAll ? undefined : assetIds)
  if (!assets) return refuse('NO_SUCH_ASSET')
  // what has no code has nothing to print
  const labels = [...places, ...assets].filter(({ humanCode }) => humanCode !== '')
  const pdf = await documentsOf(asked.cloud).doorLabels(labels)
  return { fileName: '地点与设备标签.pdf', content: pdf.toString('base64') }
})
