import { PlusOutlined } from '@ant-design/icons'
import { Button, Drawer, Empty, Popconfirm, Space, Table } from 'antd'
import { useState } from 'react'
import { type Service, saveService } from '../../contract/shuttle-grid'
import { addDays, dayOf, weekdayOf } from '../../contract/zone'
import { useZone } from '../session'
import { EditTrouble } from './edit-trouble'
import type { EditedTimetable } from './edited-timetable'
import { serviceName } from './grid-draft'
import { runningDays } from './service-calendar'
import { ServiceForm } from './service-form'
import { saveServiceSentences } from './timetable-sentences'
import { useDaysOff } from './use-days-off'
import { useDraftEdit } from './use-draft-edit'
import { mondayOf, ruleText, weekdaysText } from './words'

/** The days on which trips run. */
export function ServicesTab(edited: EditedTimetable) {
  const { timetable, isReadOnly, onSaved } = edited
  const today = dayOf(Date.now(), useZone())
  const daysOff = useDaysOff(today)
  const [open, setOpen] = useState<Service | 'new'>()
  const edit = useDraftEdit(edited, saveService, saveServiceSentences)
  const nextMonday = addDays(mondayOf(today), 7)

  function begin(which: Service | 'new') {
    edit.clear()
    setOpen(which)
  }
  return (
    <section className='sheet' aria-label='运行日'>
      <div className='sheet-head'>
        <h2>运行日</h2>
        <span className='quiet'>哪些日子开：按星期，或者随节假日和调休。班次各自选用一种。</span>
        {!isReadOnly && (
          <Button icon={<PlusOutlined />} onClick={() => begin('new')}>
            添加运行日
          </Button>
        )}
      </div>
      {!open && <EditTrouble trouble={edit.trouble} onReload={onSaved} />}
      <Table<Service>
        size='middle'
        rowKey='serviceId'
        dataSource={timetable.services}
        pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='还没有运行日，例如“工作日”“周末”' />,
        }}
        columns={[
          {
            title: '名称',
            className: 'broad-cell',
            render: (_, service) => <b>{serviceName(service)}</b>,
          },
          { title: '规则', className: 'whole-line', render: (_, { rule, weekdays }) => ruleText(rule, weekdays) },
          {
            title: '从哪天到哪天',
            className: 'whole-line',
            render: (_, { startsOn, endsOn }) => (startsOn && endsOn ? `${startsOn} 至 ${endsOn}` : '只在加开的日子'),
          },
          {
            title: '加开 / 停开',
            align: 'right',
            render: (_, { addedDays, removedDays }) => `${addedDays.length} / ${removedDays.length} 天`,
          },
          {
            title: '下周开',
            className: 'broad-cell',
            render: (_, service) => {
              const days = runningDays(service, nextMonday, 7, daysOff)
              return days.length === 0 ? <span className='remark-guess'>不开</span> : weekdaysText(days.map(weekdayOf))
            },
          },
          {
            title: '操作',
            className: 'whole-line',
            render: (_, service) => (
              <Space size={0}>
                <Button
                  type='link'
                  size='small'
                  aria-label={`${isReadOnly ? '查看' : '修改'} ${serviceName(service)}`}
                  onClick={() => begin(service)}
                >
                  {isReadOnly ? '查看' : '修改'}
                </Button>
                {!isReadOnly && (
                  <Popconfirm
                    title={`删除“${serviceName(service)}”？`}
                    okText='删除'
                    onConfirm={() => edit.save({ ...service, isRemoved: true }, '已删除运行日')}
                  >
                    <Button type='link' size='small' aria-label={`删除 ${serviceName(service)}`}>
                      删除
                    </Button>
                  </Popconfirm>
                )}
              </Space>
            ),
          },
        ]}
      />
      <Drawer
        title={open === 'new' ? '添加运行日' : open && serviceName(open)}
        width={620}
        open={open !== undefined}
        destroyOnHidden
        onClose={() => setOpen(undefined)}
      >
        {open && (
          <ServiceForm
            service={open === 'new' ? undefined : open}
            isReadOnly={isReadOnly}
            today={today}
            daysOff={daysOff}
            isSaving={edit.isRunning}
            trouble={<EditTrouble trouble={edit.trouble} onReload={onSaved} />}
            onSave={async (service) => {
              if (await edit.save(service, '已保存运行日')) setOpen(undefined)
            }}
          />
        )}
      </Drawer>
    </section>
  )
}
