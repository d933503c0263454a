import type { exportRepairReport, getRepairReport, importHistory, previewHistory } from '../../contract/repair-report'
import { mostHistoryRows } from '../../contract/repair-report'
import type { Sentences } from '../ui/trouble'

const endsBeforeStart = '结束日期早于开始日期，请重新选择日期。'
const needsConsole = '这项操作只能在管理后台进行，请在本页重新登录后再试。'
const unreadable =
  '这个文件打不开。请用 Excel（.xlsx）或逗号分隔（.csv）格式另存后重新选择；旧的 .xls 格式也需要另存。很大的表格请存成 .csv。'
const noHeader =
  '没有找到表头。表里需要有一行写着「报修时间」，以及「完成时间」「类别」「地点」等中的至少一项，下面才是工单。'
const tooMany = `一次最多导入 ${mostHistoryRows.toLocaleString('zh-CN')} 行。请按年或按季拆成几个文件，逐个导入；重复的行不会导入两次。`

export const reportSentences = { ENDS_BEFORE_START: endsBeforeStart } satisfies Sentences<typeof getRepairReport>

export const exportReportSentences = {
  ENDS_BEFORE_START: endsBeforeStart,
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof exportRepairReport>

export const previewHistorySentences = {
  UNREADABLE_FILE: unreadable,
  NO_HEADER_ROW: noHeader,
  TOO_MANY_ROWS: tooMany,
  NEEDS_CONSOLE: needsConsole,
} satisfies Sentences<typeof previewHistory>

export const importHistorySentences = {
  ...previewHistorySentences,
  CHANGED_SINCE_PREVIEW: '文件和刚才看到的不一样了，没有导入。请重新选择文件，再看一遍。',
} satisfies Sentences<typeof importHistory>
