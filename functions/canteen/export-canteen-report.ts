import { exportCanteenReport } from '../../contract/canteen-feedback'
import { documentsOf } from '../documents/documents'
import { keeper } from '../keeper'
import { canteenReportTables } from './canteen-report-tables'
import { countCanteenReport, reportScope } from './count-canteen-report'

export default keeper(exportCanteenReport, async (range, asked) => {
  const documents = documentsOf(asked.cloud)
  const scope = await reportScope(asked, range)
  if ('refusal' in scope) return scope
  const workbook = await documents.writeWorkbook(canteenReportTables(await countCanteenReport(scope), scope.canteen))
  const fileName = `${scope.canteen || `${asked.person.orgName}食堂`}统计 ${range.from} 至 ${range.until}.xlsx`
  return { fileName, content: workbook.toString('base64') }
})
