import { Alert, Button, Checkbox, Collapse, InputNumber, List, Result, Select } from 'antd'
import { useState } from 'react'
import { importRooms, listPlaces, previewRooms } from '../../contract/booking-rooms'
import type { InputOf } from '../../contract/procedure'
import { linkTo } from '../address'
import type { Lined, Said, SheetColumn } from '../ui/import/kinds'
import { textColumn } from '../ui/import/text-column'
import { ImportWizard } from '../ui/import/wizard'
import { PageHead } from '../ui/page-head'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { weekText } from '../ui/week-text'
import { HoursCell } from './hours-cell'
import { RefusedLines } from './refused-lines'
import { importRoomsSentences, noRefusals, previewRoomsSentences } from './sentences'
import { equipmentNames, equipmentOptions } from './words'

type RoomRow = InputOf<typeof importRooms>['rows'][number]

const columns: readonly SheetColumn<RoomRow>[] = [
  textColumn('site', '院区', 110, 40),
  textColumn('building', '楼宇', 130, 40),
  textColumn('floor', '楼层', 80, 20),
  textColumn('name', '会议室名称', 190, 40),
  {
    field: 'capacity',
    title: '容量',
    width: 90,
    show: (row) => row.capacity,
    edit: (row, change) => (
      <InputNumber
        aria-label='容量'
        min={1}
        max={5000}
        precision={0}
        value={row.capacity}
        onChange={(capacity) => change({ capacity: capacity ?? 1 })}
      />
    ),
  },
  {
    field: 'equipment',
    title: '设备',
    width: 190,
    show: (row) => row.equipment?.map((word) => equipmentNames[word]).join('、'),
    edit: (row, change) => (
      <Select
        aria-label='设备'
        mode='multiple'
        style={{ width: '100%' }}
        options={equipmentOptions}
        value={row.equipment}
        onChange={(equipment) => change({ equipment })}
      />
    ),
  },
  {
    field: 'opening',
    title: '开放时间',
    width: 240,
    show: (row) => weekText(row.opening),
    edit: (row, change) => <HoursCell value={row.opening} onChange={(opening) => change({ opening })} />,
  },
  {
    field: 'isBookable',
    title: '接受预订',
    width: 90,
    show: (row) => (row.isBookable === false ? '否' : '是'),
    edit: (row, change) => (
      <Checkbox
        aria-label='接受预订'
        checked={row.isBookable !== false}
        onChange={(event) => change({ isBookable: event.target.checked })}
      />
    ),
  },
  textColumn('notice', '备注', 170, 200),
]

const workHours: [number, number][] = [[510, 1050]]

function startRow(place: Lined, said: Said): RoomRow {
  const text = (field: string) => said(field)[0] ?? ''
  return {
    ...place,
    site: text('site'),
    building: text('building'),
    floor: text('floor'),
    name: text('name'),
    capacity: Number.parseInt(text('capacity'), 10) || 10,
    equipment: [],
    opening: [workHours, workHours, workHours, workHours, workHours, [], []],
    isBookable: true,
    notice: text('notice'),
  }
}

/** Rooms from a sheet: choose, check, confirm. */
export default function ImportRooms() {
  const preview = useTask(previewRooms, previewRoomsSentences)
  const write = useTask(importRooms, importRoomsSentences)
  const places = useAsk(listPlaces, {}, noRefusals)
  const [siteId, setSiteId] = useState<string>()
  const sites = places.value?.sites ?? []
  // With a single site there is nothing to choose.
  const usualSite = siteId ?? (sites.length === 1 ? sites[0]?.siteId : undefined)
  return (
    <>
      <PageHead title='导入会议室' about={<a href={linkTo('/booking/rooms')}>返回会议室目录</a>} />
      <ImportWizard
        hint='表头应有“楼宇”“会议室名称”“容纳人数”，可以有楼层、设备、开放时间、院区和备注。'
        columns={columns}
        startRow={startRow}
        preview={preview}
        write={{ ...write, run: (rows: RoomRow[]) => write.run({ rows, siteId: usualSite }) }}
        explain={({ detail }) => <RefusedLines detail={detail} />}
        missing={(missing) => (
          <>
            <Alert
              type='info'
              style={{ marginTop: 16 }}
              message={
                <>
                  没有写院区的行，归入&ensp;
                  <Select
                    aria-label='没有写院区的行归入'
                    style={{ width: 200 }}
                    placeholder='请选择院区'
                    options={sites.map((site) => ({ value: site.siteId, label: site.name }))}
                    value={usualSite}
                    onChange={setSiteId}
                  />
                </>
              }
            />
            {missing.length > 0 && (
              <Collapse
                style={{ marginTop: 16 }}
                items={[
                  {
                    key: 'missing',
                    label: `目录里有、表里没有的会议室（${missing.length} 间）：导入不会改动它们，要停用请到目录中操作`,
                    children: (
                      <List
                        size='small'
                        dataSource={missing}
                        renderItem={({ name, place }) => (
                          <List.Item>
                            {name}
                            <span className='quiet'>{place}</span>
                          </List.Item>
                        )}
                      />
                    ),
                  },
                ]}
              />
            )}
          </>
        )}
        result={({ added, changed, same }, again) => (
          <Result
            status='success'
            title='会议室已导入'
            subTitle={`新增 ${added} 间，变更 ${changed} 间，不变 ${same} 间。新增的会议室已有房间码，可以打印。`}
            extra={[
              <Button key='rooms' type='primary' href={linkTo('/booking/rooms')}>
                查看会议室目录
              </Button>,
              <Button key='again' onClick={again}>
                再导入一份
              </Button>,
            ]}
          />
        )}
      />
    </>
  )
}
