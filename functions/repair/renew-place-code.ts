import { renewPlaceCode } from '../../contract/repair-catalog'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { giveDoorCode } from '../new-door-code'

/** Holds what the code hangs on, so that two who renew it at once do so one after the other. */
async function holdBearer({ db, orgId }: AskedByPerson, placeId: string, assetId: string | undefined) {
  const asset = db
    .selectFrom('asset')
    .select('placeId')
    .where('orgId', '=', orgId)
    .where('assetId', '=', assetId ?? '')
  const place = db.selectFrom('place').select('placeId').where('orgId', '=', orgId).where('placeId', '=', placeId)
  return (assetId ? asset : place).forUpdate().executeTakeFirst()
}

export default keeper(renewPlaceCode, async ({ placeId, assetId }, asked) => {
  const { db, orgId, now } = asked
  if (!placeId && !assetId) return refuse('NO_SUCH_PLACE')
  const bearer = await holdBearer(asked, placeId ?? '', assetId)
  if (!bearer) return refuse(assetId ? 'NO_SUCH_ASSET' : 'NO_SUCH_PLACE')
  const codes = db
    .updateTable('doorCode')
    .set({ revokedAt: new Date(now) })
    .where('orgId', '=', orgId)
    .where('revokedAt', 'is', null)
  const ofAsset = codes.where('assetId', '=', assetId ?? '')
  const ofPlace = codes.where('placeId', '=', bearer.placeId).where('assetId', 'is', null)
  await (assetId ? ofAsset : ofPlace).execute()
  const { token: codeToken, humanCode } = await giveDoorCode(asked, bearer.placeId, assetId)
  asked.note({ placeId: bearer.placeId, assetId })
  return { codeToken, humanCode }
})
