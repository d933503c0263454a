import { Button, Checkbox, Form, Input, Radio, Space } from 'antd'
import { useEffect, useState } from 'react'
import type { Channel } from '../../contract/repair'
import { lookAtPlace } from '../../contract/repair-places'
import { useZone } from '../session'
import { ColleagueSelect } from '../ui/colleague-select'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { CategoryChoice, useCategories } from './category-choice'
import { deskChannels, type EnterFields, reportOf } from './enter-fields'
import { PhotosToSend, useWaitingPhotos } from './enter-photos'
import { EnterQuestions } from './enter-questions'
import { EnterSame, type Same } from './enter-same'
import { EnterWhen, UrgencyChoice } from './enter-when'
import { PlaceChoice } from './place-choice'
import { placeSentences } from './sentences'
import { type Entered, useEnter } from './use-enter'
import { channelNames, optionsOf } from './words'

interface Props {
  /** The channel of the ticket entered before; calls come in runs. */
  channel: Channel
  onEntered: (entered: Entered, channel: Channel) => void
}

/** What somebody reports by phone, message or paper, in the order in which they tell it. */
export function EnterForm({ channel, onEntered }: Props) {
  const zone = useZone()
  const [form] = Form.useForm<EnterFields>()
  const waiting = useWaitingPhotos()
  const [same, setSame] = useState<Same>()
  const task = useEnter()
  const categories = useCategories()
  const placeId = Form.useWatch('placeId', form)
  const categoryId = Form.useWatch('categoryId', form)
  const isMine = Form.useWatch('isMine', form)
  const look = useAsk(lookAtPlace, placeId ? { placeId } : undefined, placeSentences)
  const here = placeId && look.value?.place.placeId === placeId ? look.value : undefined
  const category = categories.value?.categories.find((each) => each.categoryId === categoryId)
  const isPictured = here === undefined || here.place.photoPolicy === 'allowed'

  // biome-ignore lint/correctness/useExhaustiveDependencies: another place has other assets and other open tickets
  useEffect(() => {
    form.setFieldValue('assetId', undefined)
    setSame(undefined)
  }, [placeId])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another category asks other questions
  useEffect(() => form.setFieldValue('answers', []), [categoryId])

  function choose(wanted?: Same) {
    setSame(wanted)
    if (wanted && !form.getFieldValue('categoryId')) form.setFieldValue('categoryId', wanted.categoryId)
  }

  async function save(fields: EnterFields) {
    const report = reportOf(fields, category, zone)
    const entered = report && (await task.save({ report, photos: isPictured ? waiting.photos : [], into: same }))
    if (entered) onEntered(entered, fields.channel)
  }

  return (
    <Form<EnterFields>
      form={form}
      className='enter'
      aria-label='代报'
      layout='vertical'
      initialValues={{ channel, urgency: 'normal' }}
      onFinish={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit()
      }}
      onPaste={(event) => {
        const pasted = [...event.clipboardData.files].filter(({ type }) => type.startsWith('image/'))
        if (pasted.length > 0) waiting.add(pasted)
      }}
    >
      <div className='sheet'>
        <div className='enter-pair'>
          <Form.Item name='channel' label='怎么来的'>
            <Radio.Group optionType='button' options={optionsOf(channelNames, deskChannels)} />
          </Form.Item>
          <Form.Item name='phone' label='联系电话'>
            <Input maxLength={30} inputMode='tel' placeholder='处理时联系谁' />
          </Form.Item>
        </div>
        <Form.Item
          name='requesterId'
          label='报修人'
          rules={[{ required: !isMine, message: '请选择报修人；花名册里没有的，勾选下面一项' }]}
        >
          <ColleagueSelect placeholder='姓名、拼音、首字母或工号' autoFocus />
        </Form.Item>
        <Form.Item name='isMine' valuePropName='checked' className='enter-under'>
          <Checkbox>花名册里没有这个人，先记在我名下</Checkbox>
        </Form.Item>
        <div className='enter-pair'>
          <Form.Item name='placeId' label='地点' required>
            <PlaceChoice />
          </Form.Item>
          <Form.Item
            name='placeNote'
            label='具体位置'
            dependencies={['placeId']}
            rules={[
              {
                validator: (_, note?: string) =>
                  placeId || note?.trim()
                    ? Promise.resolve()
                    : Promise.reject(new Error('请选择地点，或在这里写清楚在哪里')),
              },
            ]}
          >
            <Input maxLength={60} placeholder='例如：靠窗第二排' />
          </Form.Item>
        </div>
        <Form.Item name='categoryId' label='类别' rules={[{ required: true, message: '请选择类别' }]}>
          <CategoryChoice placeholder='输入几个字查找，例如：空调、漏水、灯' categories={categories} />
        </Form.Item>
        <EnterQuestions category={category} assets={here?.assets ?? []} />
        <Form.Item
          name='words'
          label='描述'
          rules={[{ required: category?.kind === 'praise', whitespace: true, message: '表扬请写一句话，说说好在哪里' }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 8 }} placeholder='照报修人的话写' />
        </Form.Item>
        <UrgencyChoice dutyPhone={here?.dutyPhone} />
        <EnterWhen />
        <PhotosToSend waiting={waiting} isAllowed={isPictured} />
        <TroubleNote trouble={task.trouble} />
        <Space>
          <Button type='primary' size='large' htmlType='submit' loading={task.isRunning}>
            {same ? `保存并合并到 ${same.number}` : '保存工单'}
          </Button>
          <span className='quiet'>Ctrl + 回车也可以保存</span>
        </Space>
      </div>
      <EnterSame look={look} placeId={placeId} chosen={same} onChoose={choose} />
    </Form>
  )
}
