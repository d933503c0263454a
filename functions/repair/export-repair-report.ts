import type { AskedOf } from '../../contract/procedure'
import { exportRepairReport } from '../../contract/repair-report'
import { documentsOf } from '../documents/documents'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { type Catalog, catalogOf, categoryName } from './catalog'
import { countReport } from './count-report'
import { scopeOf } from './report-scope'
import { reportTables } from './report-tables'

type Input = AskedOf<typeof exportRepairReport>

const kindNames: Record<NonNullable<Input['kind']>, string> = {
  repair: '报修',
  cleaning: '保洁',
  hazard: '隐患',
  praise: '表扬',
}

/** What the figures are about, so that a printed sheet says so itself. */
async function aboutOf(input: Input, { db, orgId }: AskedByPerson, catalog: Catalog): Promise<[string, string][]> {
  const { from, until, kind, buildingId, categoryId } = input
  const building = buildingId
    ? await db
        .selectFrom('building')
        .select('name')
        .where('orgId', '=', orgId)
        .where('buildingId', '=', buildingId)
        .executeTakeFirst()
    : undefined
  return [
    ['报修日期', from === until ? from : `${from} 至 ${until}`],
    ...(kind ? [['类型', kindNames[kind]] as [string, string]] : []),
    ...(building ? [['楼宇', building.name] as [string, string]] : []),
    ...(categoryId ? [['类别', categoryName(catalog, categoryId)] as [string, string]] : []),
  ]
}

export default keeper(exportRepairReport, async (input, asked) => {
  const documents = documentsOf(asked.cloud)
  const catalog = await catalogOf(asked)
  const scope = scopeOf(input, asked, catalog)
  if (!scope) return refuse('ENDS_BEFORE_START')
  const tables = reportTables(await countReport(scope, catalog), await aboutOf(input, asked, catalog))
  const workbook = await documents.writeWorkbook(tables)
  const fileName = `${asked.person.orgName}报修统计 ${input.from} 至 ${input.until}.xlsx`
  return { fileName, content: workbook.toString('base64') }
})
