import { CopyOutlined, ImportOutlined, PrinterOutlined, SendOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Checkbox, Empty, Skeleton, Space } from 'antd'
import { useState } from 'react'
import type { CanteenRecord } from '../../contract/canteen-dishes'
import { addDays, type Day, dayOf, isDay } from '../../contract/zone'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import './menu.css'
import { CanteenSelect, NoCanteen } from './canteen-choice'
import { CopyWeek } from './copy-week'
import { useMenuExport } from './menu-export'
import { MenuGrid } from './menu-grid'
import { Publish } from './publish'
import { UnknownDishes } from './unknown-dishes'
import { useCanteen } from './use-canteen'
import { useGridKeys } from './use-grid-keys'
import { usePaste } from './use-paste'
import { useWeekDraft, type WeekDraft } from './use-week-draft'
import { mondayOf, WeekChoice } from './week-choice'
import { linesIn, rowsOf } from './week-draft'
import { dayText } from './words'

const saveWords = { saved: '已保存', saving: '正在保存…', stuck: '没有保存' } satisfies Record<
  WeekDraft['saveState'],
  string
>

const legend = [
  '方向键移动，Shift 选一片',
  '回车或直接输入拼音选菜，再回车完成',
  'F2 或双击菜名改价格、半份、限量和说明',
  'Delete 清空',
  'Ctrl+C、Ctrl+V 复制粘贴，也可以从 Excel 复制一片粘贴进来',
  'Ctrl+Z 撤销。',
].join('；')

interface WeekProps {
  canteen: CanteenRecord
  monday: Day
  today: Day
  onWeek: (monday: Day) => void
}

/** One canteen's week: the grid and what is done with the week as a whole. */
function Week({ canteen, monday, today, onWeek }: WeekProps) {
  const { canteenId } = canteen
  const draft = useWeekDraft(canteenId, monday)
  const [params, merge] = useParams()
  const isShort = params.get('rows') === 'used'
  const every = rowsOf(canteen, draft.days)
  const used = every.filter((row) => draft.days.some((day) => linesIn(day, row).length > 0))
  const rows = isShort && used.length > 0 ? used : every
  const paste = usePaste(draft, rows)
  const keys = useGridKeys({ rows, draft, paste, onWeek: (weeks) => onWeek(addDays(monday, 7 * weeks)) })
  const exporting = useMenuExport({ canteenId, monday })
  const [doing, setDoing] = useState<'publish' | 'copy'>()
  const wanting = draft.days.filter(
    (day) => !day.isPast && day.hasChanges && (day.publishedAt || day.isClosed || day.lines.length > 0),
  )

  /** Copies and publishes what is on the page, not what it was a moment ago. */
  async function begin(what: 'publish' | 'copy') {
    if (await draft.flush()) setDoing(what)
  }

  return (
    <>
      <div className='menu-bar'>
        <WeekChoice monday={monday} today={today} onChange={onWeek} />
        <span className={`save-state save-${draft.saveState}`} role='status'>
          {paste.isMatching ? '正在比对菜名…' : saveWords[draft.saveState]}
        </span>
        <Checkbox checked={isShort} onChange={({ target }) => merge({ rows: target.checked ? 'used' : '' })}>
          不看空行
        </Checkbox>
        <Space wrap size={8}>
          <Button icon={<UndoOutlined />} disabled={!draft.canUndo} onClick={draft.undo} title='Ctrl+Z'>
            撤销
          </Button>
          <Button icon={<CopyOutlined />} onClick={() => begin('copy')}>
            复制一周
          </Button>
          <Button icon={<ImportOutlined />} href={linkTo('/canteen/import', { canteen: canteenId })}>
            导入
          </Button>
          {exporting.button}
          <Button icon={<PrinterOutlined />} href={linkTo('/canteen/print', { canteen: canteenId, week: monday })}>
            打印
          </Button>
          <Button
            type='primary'
            icon={<SendOutlined />}
            disabled={wanting.length === 0}
            onClick={() => begin('publish')}
          >
            {wanting.length > 0 ? `发布（${wanting.length} 天有更改）` : '没有要发布的'}
          </Button>
        </Space>
      </div>
      <TroubleNote trouble={exporting.trouble} />
      <TroubleNote trouble={draft.trouble} onRetry={draft.saveState === 'stuck' ? draft.flush : undefined}>
        {draft.trouble && <div>{dayText(draft.trouble.day)}</div>}
      </TroubleNote>
      <TroubleNote trouble={draft.asked.trouble} onRetry={draft.reload} />
      <UnknownDishes paste={paste} />
      {draft.days.length === 0 && !draft.asked.trouble && <Skeleton active paragraph={{ rows: 12 }} />}
      {draft.days.length > 0 && rows.length === 0 && (
        <div className='sheet'>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='这个食堂还没有餐次和档口，填好以后就能排菜单'>
            <Button type='primary' href={linkTo('/canteen/canteens', { open: canteenId })}>
              填写餐次与档口
            </Button>
          </Empty>
        </div>
      )}
      {draft.days.length > 0 && rows.length > 0 && (
        <>
          <MenuGrid rows={rows} meals={canteen.meals} draft={draft} keys={keys} paste={paste} />
          <p className='quiet cell-legend'>{legend}</p>
        </>
      )}
      {doing === 'copy' && (
        <CopyWeek
          canteenId={canteenId}
          monday={monday}
          onClose={() => setDoing(undefined)}
          onCopied={(into) => into === monday && draft.reload()}
        />
      )}
      {doing === 'publish' && (
        <Publish canteenId={canteenId} days={draft.days} onClose={() => setDoing(undefined)} onChanged={draft.reload} />
      )}
    </>
  )
}

/** The week's menu as the kitchen works on it; staff see it once it is published. */
export default function Menu() {
  const choice = useCanteen()
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), useZone())
  const said = params.get('week') ?? ''
  const monday = mondayOf(isDay(said) ? said : today)
  const { canteen } = choice
  return (
    <>
      <PageHead title='周菜单' about='排好一周的菜，改动随时保存；发布以后职工才看得到。'>
        <CanteenSelect {...choice} />
      </PageHead>
      <NoCanteen {...choice} />
      {canteen && (
        <Week
          key={canteen.canteenId + monday}
          canteen={canteen}
          monday={monday}
          today={today}
          onWeek={(week) => merge({ week })}
        />
      )}
    </>
  )
}
