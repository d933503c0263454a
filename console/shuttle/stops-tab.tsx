import { PlusOutlined } from '@ant-design/icons'
import { Button, Empty, Form, Input, InputNumber, Modal, Popconfirm, Space, Table } from 'antd'
import { useState } from 'react'
import { saveStop } from '../../contract/shuttle-grid'
import type { Stop } from '../../contract/shuttle-words'
import { SearchBox } from '../ui/search-box'
import { EditTrouble } from './edit-trouble'
import type { EditedTimetable } from './edited-timetable'
import { saveStopSentences } from './timetable-sentences'
import { useDraftEdit } from './use-draft-edit'

type Fields = Omit<Stop, 'stopId'>

/** The stops of a timetable: names, codes on the poles, places on the map. */
export function StopsTab(edited: EditedTimetable) {
  const { timetable, isReadOnly, onSaved } = edited
  const [form] = Form.useForm<Fields>()
  const [open, setOpen] = useState<Stop | 'new'>()
  const [query, setQuery] = useState('')
  const edit = useDraftEdit(edited, saveStop, saveStopSentences)
  const stop = open === 'new' ? undefined : open
  const shown = timetable.stops.filter(({ name, code }) =>
    `${name} ${code}`.toLowerCase().includes(query.toLowerCase()),
  )

  function begin(which: Stop | 'new') {
    edit.clear()
    setOpen(which)
  }
  async function save({ lat, lon, ...fields }: Fields) {
    const place = { lat: lat ?? undefined, lon: lon ?? undefined }
    if (await edit.save({ ...fields, ...place, stopId: stop?.stopId }, `已保存 ${fields.name}`)) setOpen(undefined)
  }

  return (
    <section className='sheet' aria-label='站点'>
      <div className='sheet-head'>
        <SearchBox label='搜索站点' placeholder='站名或站牌编号' value={query} onSearch={setQuery} />
        {!isReadOnly && (
          <Button icon={<PlusOutlined />} onClick={() => begin('new')}>
            添加站点
          </Button>
        )}
      </div>
      {!open && <EditTrouble trouble={edit.trouble} onReload={onSaved} />}
      <Table<Stop>
        size='middle'
        rowKey='stopId'
        dataSource={shown}
        pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{
          emptyText: (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={query ? '没有找到这样的站点' : '还没有站点'} />
          ),
        }}
        columns={[
          { title: '站名', dataIndex: 'name', className: 'broad-cell' },
          { title: '站牌编号', dataIndex: 'code', className: 'whole-line' },
          {
            title: '位置（纬度，经度）',
            className: 'whole-line',
            render: (_, { lat, lon }) =>
              lat === undefined || lon === undefined ? (
                <span className='remark-guess'>没有填，乘客看不到地图</span>
              ) : (
                `${lat.toFixed(5)}，${lon.toFixed(5)}`
              ),
          },
          ...(isReadOnly
            ? []
            : [
                {
                  title: '操作',
                  className: 'whole-line',
                  render: (_: unknown, each: Stop) => (
                    <Space size={0}>
                      <Button type='link' size='small' aria-label={`修改 ${each.name}`} onClick={() => begin(each)}>
                        修改
                      </Button>
                      <Popconfirm
                        title={`删除 ${each.name}？`}
                        okText='删除'
                        onConfirm={() => edit.save({ ...each, isRemoved: true }, `已删除 ${each.name}`)}
                      >
                        <Button type='link' size='small' aria-label={`删除 ${each.name}`}>
                          删除
                        </Button>
                      </Popconfirm>
                    </Space>
                  ),
                },
              ]),
        ]}
      />
      <Modal
        open={open !== undefined}
        title={stop ? `修改 ${stop.name}` : '添加站点'}
        okText='保存'
        confirmLoading={edit.isRunning}
        destroyOnHidden
        onCancel={() => setOpen(undefined)}
        okButtonProps={{ htmlType: 'submit', form: 'stop' }}
      >
        <Form<Fields>
          id='stop'
          form={form}
          preserve={false}
          layout='vertical'
          onFinish={save}
          initialValues={{ code: '', ...stop }}
        >
          <Form.Item name='name' label='站名' rules={[{ required: true, whitespace: true, message: '请填写站名' }]}>
            <Input maxLength={60} autoFocus />
          </Form.Item>
          <Form.Item name='code' label='站牌编号' extra='印在站牌上的编号，没有就空着。'>
            <Input maxLength={20} style={{ width: 200 }} />
          </Form.Item>
          <Space size={16} align='start'>
            <Form.Item name='lat' label='纬度'>
              <InputNumber
                min={-90}
                max={90}
                step={0.0001}
                controls={false}
                style={{ width: 150 }}
                placeholder='39.98765'
              />
            </Form.Item>
            <Form.Item name='lon' label='经度'>
              <InputNumber
                min={-180}
                max={180}
                step={0.0001}
                controls={false}
                style={{ width: 150 }}
                placeholder='116.30512'
              />
            </Form.Item>
          </Space>
          <p className='quiet'>用 WGS 84 坐标（手机定位的原始坐标）。填了以后乘客能在地图上打开这一站。</p>
          <EditTrouble trouble={edit.trouble} onReload={onSaved} />
        </Form>
      </Modal>
    </section>
  )
}
