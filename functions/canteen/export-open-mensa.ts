import { exportOpenMensa } from '../../contract/canteen-files'
import { keeper, refuse } from '../keeper'
import { findCanteen } from './find-canteen'
import { draftMenu, publishedMenu } from './menu-of-days'
import { openMensaXml } from './write-open-mensa'

export default keeper(exportOpenMensa, async ({ canteenId, from, until, isDraft }, { db, orgId, note }) => {
  if (until < from) return refuse('ENDS_BEFORE_START')
  const canteen = await findCanteen(db, orgId, canteenId)
  if (!canteen) return refuse('NO_SUCH_CANTEEN')
  const menu = await (isDraft ? draftMenu : publishedMenu)(db, { orgId, canteenId, from, until })
  note({ canteenId, from, until, isDraft, rows: menu.rows.length })
  const xml = openMensaXml(canteen.name, menu)
  return { fileName: `${canteen.name}菜单 ${from} 至 ${until}.xml`, content: Buffer.from(xml).toString('base64') }
})
