import { Alert, Button, Collapse, DatePicker, Form, Input, Result, Space } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { importShuttleSheet, previewShuttleSheet, type Timetable } from '../../contract/shuttle-timetables'
import { addDays, dayOf } from '../../contract/zone'
import { linkTo } from '../address'
import { useZone } from '../session'
import { ChooseFile } from '../ui/import/choose-file'
import { ImportSteps } from '../ui/import/import-steps'
import { useFile } from '../ui/import/use-file'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import './shuttle.css'
import { type CheckedTrip, fallsAt, SheetTrips } from './sheet-trips'
import { countsText } from './timetable-card'
import { importSheetSentences, previewSheetSentences } from './timetable-sentences'
import { nameOfFile } from './words'

interface Fields {
  name: string
  days: [dayjs.Dayjs, dayjs.Dayjs]
}

const megabytes = 5

/** A timetable from a sheet as departments write it: choose, look through the trips, import as a draft. */
export default function ImportSheet() {
  const today = dayOf(Date.now(), useZone())
  const [fileName, setFileName] = useState('')
  const [read, setRead] = useState<ValueOf<typeof previewShuttleSheet>>()
  const [trips, setTrips] = useState<readonly CheckedTrip[]>([])
  const [imported, setImported] = useState<Timetable>()
  const disk = useFile(megabytes, '请删去图片和多余的工作表，或拆成几个文件。')
  const preview = useTask(previewShuttleSheet, previewSheetSentences)
  const write = useTask(importShuttleSheet, importSheetSentences)
  const taken = trips.filter(({ isTaken }) => isTaken)
  const isWrong = taken.some(({ trip }) => fallsAt(trip).length > 0)
  const { row, column, stop } = write.trouble?.detail ?? {}

  async function look(chosen: File) {
    const file = await disk.read(chosen)
    if (!file) return
    setFileName(file.fileName)
    const understood = await preview.run(file)
    setRead(understood)
    setTrips(
      (understood?.trips ?? []).map((trip, key) => ({ key, trip: { ...trip } as CheckedTrip['trip'], isTaken: true })),
    )
  }
  function again() {
    setRead(undefined)
    setImported(undefined)
    write.clear()
    preview.clear()
  }
  async function save({ name, days: [first, last] }: Fields) {
    const range = { firstDay: first.format('YYYY-MM-DD'), lastDay: last.format('YYYY-MM-DD') }
    setImported(await write.run({ name, ...range, trips: taken.map(({ trip }) => trip) }))
  }

  return (
    <>
      <PageHead title='导入 Excel 时刻表' about={<a href={linkTo('/shuttle/timetables')}>返回时刻表</a>} />
      <div className='sheet'>
        <ImportSteps current={imported ? 2 : read ? 1 : 0} check='核对班次' />
        {!read && !imported && (
          <>
            <TroubleNote trouble={disk.trouble ?? preview.trouble} />
            <ChooseFile
              megabytes={megabytes}
              hint='平时张贴的班车表就行：一行一班，站点写在格子里或排在上面；或者第一列是“站点”，右边一列一班。没有写时间的中间站，按前后两站均匀推算，导入前可以改。'
              isReading={preview.isRunning}
              onFile={look}
              onTooLarge={disk.tooLarge}
            />
          </>
        )}
        {read && !imported && (
          <>
            <p>
              <b>{read.title || fileName}</b>　读到 {read.trips.length} 班
              {read.problems.length > 0 && `，${read.problems.length} 处没有读懂`}
              。展开一班可以看各站时间、改线路和运行日。
            </p>
            {read.problems.length > 0 && (
              <Alert
                type='warning'
                showIcon
                style={{ marginBottom: 12 }}
                message='下面这些没有读懂，不会导入'
                description={read.problems.slice(0, 12).map((problem) => (
                  <div key={problem.sheet + problem.row + problem.message}>
                    “{problem.sheet}”第 {problem.row} 行：{problem.message}
                  </div>
                ))}
              />
            )}
            <SheetTrips trips={trips} onChange={setTrips} />
            {read.remarks.length > 0 && (
              <Collapse
                style={{ marginTop: 12 }}
                items={[
                  {
                    key: 'remarks',
                    label: `表里的 ${read.remarks.length} 条说明，没有当作班次；重要的可以写成通知`,
                    children: read.remarks.map((remark) => <div key={remark}>{remark}</div>),
                  },
                ]}
              />
            )}
            <Form<Fields>
              layout='inline'
              className='feed-import'
              initialValues={{
                name: (read.title || nameOfFile(fileName)).slice(0, 60),
                days: [dayjs(today), dayjs(addDays(today, 365))],
              }}
              disabled={write.isRunning}
              onFinish={save}
            >
              <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
                <Input maxLength={60} style={{ width: 240 }} />
              </Form.Item>
              <Form.Item name='days' label='从哪天用到哪天' rules={[{ required: true, message: '请选择日期' }]}>
                <DatePicker.RangePicker style={{ width: 240 }} allowClear={false} />
              </Form.Item>
              <Space wrap>
                <Button
                  type='primary'
                  htmlType='submit'
                  loading={write.isRunning}
                  disabled={taken.length === 0 || isWrong}
                >
                  导入 {taken.length} 班为草稿
                </Button>
                <Button onClick={again}>重新选择文件</Button>
                {isWrong && <span className='remark-error'>有的班次时间倒退，改好标红的时间再导入。</span>}
              </Space>
            </Form>
            <TroubleNote trouble={write.trouble}>
              {row !== undefined && (
                <div>
                  第 {String(row)} 行{column !== undefined && `“${String(column)}”`}
                  {stop !== undefined && `，${String(stop)}`}
                </div>
              )}
            </TroubleNote>
          </>
        )}
        {imported && (
          <Result
            status='success'
            title={`已导入“${imported.name}”`}
            subTitle={`${countsText(imported)}。现在还是草稿，看过没有问题再发布。`}
            extra={[
              <Button key='open' type='primary' href={linkTo('/shuttle/timetable', { id: imported.timetableId })}>
                查看这份时刻表
              </Button>,
              <Button key='again' onClick={again}>
                再导入一份
              </Button>,
            ]}
          />
        )}
      </div>
    </>
  )
}
