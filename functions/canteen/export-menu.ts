import { exportMenu } from '../../contract/canteen-files'
import { dayOf } from '../../contract/zone'
import { documentsOf } from '../documents/documents'
import { keeper, refuse } from '../keeper'
import { findCanteen } from './find-canteen'
import { kitchenMenu } from './menu-of-days'
import { ownMenuTable } from './own-menu-sheet'

export default keeper(exportMenu, async ({ canteenId, from, until }, { cloud, db, orgId, now, person, note }) => {
  const documents = documentsOf(cloud)
  if (until < from) return refuse('ENDS_BEFORE_START')
  const canteen = await findCanteen(db, orgId, canteenId)
  if (!canteen) return refuse('NO_SUCH_CANTEEN')
  const menu = await kitchenMenu(db, { orgId, canteenId, from, until }, dayOf(now, person.zone))
  const workbook = await documents.writeWorkbook([ownMenuTable(menu)])
  note({ canteenId, from, until, rows: menu.rows.length })
  return { fileName: `${canteen.name}菜单 ${from} 至 ${until}.xlsx`, content: workbook.toString('base64') }
})
