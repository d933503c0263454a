import { PlusOutlined } from '@ant-design/icons'
import { Button, Empty, Form, Input, Modal, Popconfirm, Space, Table } from 'antd'
import { useState } from 'react'
import { saveRoute } from '../../contract/shuttle-grid'
import { linkTo } from '../address'
import { EditTrouble } from './edit-trouble'
import type { EditedTimetable } from './edited-timetable'
import { LineBadge } from './line-badge'
import { saveRouteSentences } from './timetable-sentences'
import { useDraftEdit } from './use-draft-edit'

type Route = EditedTimetable['timetable']['routes'][number]
interface Fields {
  shortName: string
  longName: string
  color: string
}

const palette = ['0F766E', '1D4ED8', 'B42318', 'C2700A', '7C3AED', '15803D', '0E7490', 'BE185D', '57534E', '111827']

/** The lines of a timetable: names and colours. */
export function RoutesTab(edited: EditedTimetable) {
  const { timetable, isReadOnly, onSaved } = edited
  const [form] = Form.useForm<Fields>()
  const [open, setOpen] = useState<Route | 'new'>()
  const edit = useDraftEdit(edited, saveRoute, saveRouteSentences)
  const route = open === 'new' ? undefined : open
  const [shortName = '', color = ''] = [Form.useWatch('shortName', form), Form.useWatch('color', form)]
  const { timetableId } = timetable.timetable
  const tripsOf = ({ directions }: Route) => directions.reduce((sum, { trips }) => sum + trips, 0)

  async function save(fields: Fields) {
    if (await edit.save({ ...fields, routeId: route?.routeId }, `已保存 ${fields.shortName}`)) setOpen(undefined)
  }
  const remove = ({ directions: _, ...each }: Route) =>
    edit.save({ ...each, isRemoved: true }, `已删除 ${each.shortName}`)

  return (
    <section className='sheet' aria-label='线路'>
      <div className='sheet-head'>
        <h2>线路</h2>
        {!isReadOnly && (
          <Button
            icon={<PlusOutlined />}
            onClick={() => {
              edit.clear()
              setOpen('new')
            }}
          >
            添加线路
          </Button>
        )}
      </div>
      {!open && <EditTrouble trouble={edit.trouble} onReload={onSaved} />}
      <Table<Route>
        size='middle'
        rowKey='routeId'
        dataSource={timetable.routes}
        pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='还没有线路' /> }}
        columns={[
          {
            title: '线路',
            className: 'broad-cell',
            render: (_, each) => (
              <>
                <LineBadge route={each} /> <span className='quiet'>{each.longName}</span>
              </>
            ),
          },
          {
            title: '方向',
            className: 'broad-cell',
            render: (_, { directions }) =>
              directions.map(({ headsign, trips }) => `${headsign || '未写方向'} ${trips} 班`).join('，'),
          },
          {
            title: '操作',
            className: 'whole-line',
            render: (_, each) => (
              <Space size={0}>
                <Button
                  type='link'
                  size='small'
                  href={linkTo('/shuttle/timetable', { id: timetableId, line: each.routeId })}
                >
                  班次
                </Button>
                {!isReadOnly && (
                  <>
                    <Button
                      type='link'
                      size='small'
                      aria-label={`修改 ${each.shortName}`}
                      onClick={() => {
                        edit.clear()
                        setOpen(each)
                      }}
                    >
                      修改
                    </Button>
                    <Popconfirm
                      title={`删除 ${each.shortName}？`}
                      description={`连同它的 ${tripsOf(each)} 班一起删除。`}
                      okText='删除'
                      onConfirm={() => remove(each)}
                    >
                      <Button type='link' size='small' aria-label={`删除 ${each.shortName}`}>
                        删除
                      </Button>
                    </Popconfirm>
                  </>
                )}
              </Space>
            ),
          },
        ]}
      />
      <Modal
        open={open !== undefined}
        title={route ? `修改 ${route.shortName}` : '添加线路'}
        okText='保存'
        confirmLoading={edit.isRunning}
        destroyOnHidden
        onCancel={() => setOpen(undefined)}
        okButtonProps={{ htmlType: 'submit', form: 'route' }}
      >
        <Form<Fields>
          id='route'
          form={form}
          preserve={false}
          layout='vertical'
          onFinish={save}
          initialValues={{ color: '', longName: '', ...route }}
        >
          <Form.Item
            name='shortName'
            label='线路名'
            rules={[{ required: true, whitespace: true, message: '请填写线路名' }]}
          >
            <Input maxLength={20} autoFocus placeholder='例如：1号线' />
          </Form.Item>
          <Form.Item name='longName' label='说明'>
            <Input maxLength={60} placeholder='例如：东校区 — 西校区' />
          </Form.Item>
          <Form.Item
            name='color'
            label='颜色'
            rules={[{ pattern: /^([0-9A-Fa-f]{6})?$/, message: '颜色是六位十六进制数，例如 0F766E' }]}
            extra={
              <span className='palette'>
                {palette.map((each) => (
                  <button
                    key={each}
                    type='button'
                    aria-label={`颜色 ${each}`}
                    aria-pressed={each === color}
                    style={{ background: `#${each}` }}
                    onClick={() => form.setFieldValue('color', each)}
                  />
                ))}
                <LineBadge route={{ shortName: shortName || '线路', color, textColor: '' }} />
              </span>
            }
          >
            <Input addonBefore='#' maxLength={6} style={{ width: 160 }} />
          </Form.Item>
          <EditTrouble trouble={edit.trouble} onReload={onSaved} />
        </Form>
      </Modal>
    </section>
  )
}
