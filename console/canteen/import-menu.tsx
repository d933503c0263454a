import { Button, Result } from 'antd'
import { useState } from 'react'
import { importMenu, previewMenu } from '../../contract/canteen-files'
import type { InputOf, ValueOf } from '../../contract/procedure'
import { dayOf, isDay } from '../../contract/zone'
import { linkTo } from '../address'
import { useZone } from '../session'
import type { Lined, Said } from '../ui/import/kinds'
import { ImportWizard } from '../ui/import/wizard'
import { PageHead } from '../ui/page-head'
import { useTask } from '../ui/use-task'
import './menu.css'
import { CanteenSelect, NoCanteen } from './canteen-choice'
import { ImportAside } from './import-aside'
import { columns, type Row } from './import-columns'
import { PasteArea } from './paste-area'
import { importMenuSentences, previewMenuSentences } from './sentences'
import { useCanteen } from './use-canteen'
import { dayText, mealOptions } from './words'

type Preview = ValueOf<typeof previewMenu>

/** Rows of one line are told apart by their part, so that each dish of a line can be corrected by itself. */
function partsOf<Read extends Lined>(rows: readonly Read[]): Read[] {
  const met = new Map<string, number>()
  return rows.map((row) => {
    const place = `${row.sheet ?? ''} ${row.line}`
    const part = met.get(place) ?? 0
    met.set(place, part + 1)
    return { ...row, part }
  })
}

/** Dishes from a sheet, pasted cells or an OpenMensa feed into the drafts: choose, check, confirm. */
export default function ImportMenu() {
  const choice = useCanteen()
  const today = dayOf(Date.now(), useZone())
  const preview = useTask(previewMenu, previewMenuSentences)
  const write = useTask(importMenu, importMenuSentences)
  const [read, setRead] = useState<Preview>()
  const [leftDays, setLeftDays] = useState<ReadonlySet<string>>(new Set())
  const { canteen } = choice
  const closed = (read?.closedDays ?? []).filter(({ change, day }) => change !== 'past' && !leftDays.has(day))

  const startRow = (place: Lined, said: Said): Row => {
    const text = (field: string) => said(field)[0] ?? ''
    const meal = mealOptions.find(({ label }) => label === text('meal'))?.value ?? 'lunch'
    const day = isDay(text('day')) ? text('day') : today
    return {
      ...place,
      sheet: place.sheet ?? '',
      day,
      meal,
      window: text('window'),
      dish: text('dish'),
      prices: [],
      hasHalf: false,
      notes: [],
    }
  }

  async function understand(file: { fileName: string; content: string }) {
    if (!canteen) return undefined
    const understood = await preview.run({ canteenId: canteen.canteenId, ...file })
    setRead(understood)
    setLeftDays(new Set())
    if (!understood) return undefined
    const rows = understood.rows.flatMap(({ change, ...row }) =>
      change === 'past' ? [] : [{ sheet: '', prices: [], hasHalf: false, notes: [], ...row, change }],
    )
    return { ...understood, rows: partsOf(rows) }
  }

  const alsoDone = [
    closed.length > 0 ? `${closed.length} 天记为停餐。` : '',
    read && read.missing.length > 0 ? `草稿里有、文件里没有的 ${read.missing.length} 道菜会撤下。` : '',
  ].join('')

  return (
    <>
      <PageHead
        title='导入菜单'
        about={<a href={linkTo('/canteen/menu', { canteen: canteen?.canteenId })}>返回周菜单</a>}
      >
        <CanteenSelect {...choice} />
      </PageHead>
      <NoCanteen {...choice} />
      {canteen && (
        <ImportWizard<Row, Preview['missing'][number], ValueOf<typeof importMenu>>
          key={canteen.canteenId}
          hint={
            <>
              常见的一周菜谱都认得：一行一餐、一列一个档口，或者一行一道菜；一格里的几道菜用“、”“/”或换行隔开。
              <br />
              菜名后面可以写价格，例如“兰州拉面 12元”；写“停餐”的日子记为停餐。导入只改草稿，发布以后职工才看到。
            </>
          }
          more={{ accept: '.xml', name: 'OpenMensa（.xml）' }}
          otherWay={(take) => <PasteArea onText={take} />}
          columns={columns}
          startRow={startRow}
          preview={{ ...preview, run: understand }}
          write={{
            ...write,
            run: (rows: Row[]) => {
              const input: InputOf<typeof importMenu> = {
                canteenId: canteen.canteenId,
                rows: rows.map(({ part: _, ...row }) => row),
                closedDays: closed.map(({ change: _, ...day }) => day),
              }
              return write.run(input)
            },
          }}
          alsoDone={alsoDone}
          missing={(missing) =>
            read && <ImportAside preview={read} missing={missing} leftDays={leftDays} onLeftDays={setLeftDays} />
          }
          result={({ days, pastDays, added, changed, removed, same, newDishes, newWindows }, again) => (
            <Result
              status='success'
              title={`已写入 ${days.length} 天的草稿`}
              subTitle={[
                `新增 ${added}，变更 ${changed}，撤下 ${removed}，不变 ${same}。`,
                newDishes > 0 ? `新建了 ${newDishes} 道菜，填好标签才能发布。` : '',
                newWindows > 0 ? `新建了 ${newWindows} 个档口。` : '',
                pastDays.length > 0 ? `${pastDays.map(dayText).join('、')} 已经过去，没有改动。` : '',
              ].join('')}
              extra={[
                <Button
                  key='week'
                  type='primary'
                  href={linkTo('/canteen/menu', { canteen: canteen.canteenId, week: days[0] })}
                >
                  查看这一周
                </Button>,
                newDishes > 0 && (
                  <Button key='labels' href={linkTo('/canteen/dishes', { problems: '1' })}>
                    填写标签
                  </Button>
                ),
                <Button key='again' onClick={again}>
                  再导入一份
                </Button>,
              ]}
            />
          )}
        />
      )}
    </>
  )
}
