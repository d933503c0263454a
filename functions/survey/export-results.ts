import { exportResults, type ItemResult } from '../../contract/survey-results'
import { documentsOf, type Table } from '../documents/documents'
import { keeper, Refusal } from '../keeper'
import { itemResults, roughResults } from './item-results'
import { type ResultHead, readResults } from './readable-results'

const percent = (share: number | undefined) => (share === undefined ? '' : Math.round(share * 1000) / 10)
const hundredth = (n: number | undefined) => (n === undefined ? '' : Math.round(n * 100) / 100)
const hidden = '人数太少，不显示'

const figureHeader = [
  '题号',
  '题目',
  '行',
  '选项编号',
  '选项',
  '人数',
  '占比（%）',
  '区间下限（%）',
  '区间上限（%）',
  '平均名次',
]

function figureRows({ code, title, cells, rows, places }: ItemResult): (string | number)[][] {
  if (places)
    return places.map((place) => [code, title, '', place.code, place.text, '', '', '', '', hundredth(place.mean)])
  const lines = rows ?? [{ code: '', text: '', cells }]
  return lines.flatMap((line) =>
    line.cells.map((cell) => [
      ...[code, title, line.text, cell.code, cell.text, cell.count ?? hidden],
      ...[percent(cell.share), percent(cell.interval?.low), percent(cell.interval?.high), ''],
    ]),
  )
}

const summaryHeader = ['题号', '题目', '人数', '平均分', '区间下限', '区间上限', 'NPS', '满意率（%）']

function summaryRows(item: ItemResult): (string | number)[] {
  const { code, title, n, mean, nps, satisfied } = item
  return [
    ...[code, title, item.isHidden ? hidden : (n ?? hidden), hundredth(mean?.value)],
    ...[
      hundredth(mean?.interval?.low),
      hundredth(mean?.interval?.high),
      hundredth(nps?.value),
      percent(satisfied?.share),
    ],
  ]
}

const kindNames: Readonly<Record<string, string>> = {
  single: '单选',
  multiple: '多选',
  scale: '量表',
  nps: '推荐度（0 至 10 分）',
  csat: '满意度（1 至 5 分）',
  matrix: '矩阵',
  ranking: '排序',
  number: '数字',
  text: '填空',
  longText: '问答',
  date: '日期（按月统计）',
}

const codeHeader = ['题号', '行', '选项编号', '含义', '题型']

/** Each code with what it stands for. */
function codeRows({ code, kind, title, cells, rows, places }: ItemResult): (string | number)[][] {
  return [
    [code, '', '', title, kindNames[kind] ?? ''],
    ...(rows ?? []).map((row) => [code, row.code, '', row.text, '']),
    ...(places ?? rows?.[0]?.cells ?? cells).map((cell) => [code, '', cell.code, cell.text, '']),
  ]
}

const meanings: (string | number)[][] = [
  ['人数', '回答了这道题的人数；少于 5 人的，和能推算出它们的，不显示'],
  ['占比', '占回答了这道题的人的百分比'],
  ['区间', '95% 置信区间（威尔逊法）：真实比例大致在这个范围内'],
  ['平均名次', '1 是排在最前；取整到一位或半位'],
  ['平均分', '不含“不了解”；区间为 95%（t 分布）'],
  ['NPS', '9 至 10 分的百分比减去 0 至 6 分的百分比，在 −100 与 100 之间'],
  ['满意率', '打 4 分和 5 分的人所占的百分比，不含“不了解”'],
]

function tablesOf(head: ResultHead, items: readonly ItemResult[]): Table[] {
  const facts: (string | number)[][] = [
    ['问卷', head.title],
    ['邀请人数', head.invited],
    ['收回答卷', head.answered],
    ['其中纸质', head.paper],
    ['计入统计', head.n],
    ['回收率（%）', percent(head.responseRate)],
  ]
  return [
    { name: '概要', header: ['指标', '数值'], rows: facts },
    {
      name: '各题',
      header: summaryHeader,
      rows: items.map(summaryRows),
    },
    { name: '选项', header: figureHeader, rows: items.flatMap(figureRows) },
    { name: '编码', header: codeHeader, rows: items.flatMap(codeRows) },
    { name: '说明', header: ['项目', '含义'], rows: meanings },
  ]
}

/** A cell of CSV (RFC 4180); a text that a spreadsheet would take for a formula gets an apostrophe. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** With a byte order mark, without which Excel reads Chinese as something else. */
const csvOf = (rows: readonly (readonly (string | number)[])[]) =>
  Buffer.from(`\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`)

export default keeper(exportResults, async ({ surveyId, format }, asked) => {
  const documents = documentsOf(asked.cloud)
  const read = await readResults(asked, surveyId)
  if (read instanceof Refusal) return read
  const { head, answers, isOver } = read
  const items = isOver ? itemResults(answers) : roughResults(answers)
  asked.note({ surveyId, format })
  const name = head.title.replace(/[\\/:*?"<>|]/g, ' ')
  if (format === 'csv') {
    const figures = [[], figureHeader, ...items.flatMap(figureRows)]
    const book = [[], codeHeader, ...items.flatMap(codeRows)]
    const bytes = csvOf([summaryHeader, ...items.map(summaryRows), ...figures, ...book])
    return { fileName: `${name} 结果.csv`, content: bytes.toString('base64') }
  }
  const workbook = await documents.writeWorkbook(tablesOf(head, items))
  return { fileName: `${name} 结果.xlsx`, content: workbook.toString('base64') }
})
