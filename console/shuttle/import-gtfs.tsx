import { Button, Form, Input, Result, Space } from 'antd'
import { useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { importGtfs, listTimetables, previewGtfs, type Timetable } from '../../contract/shuttle-timetables'
import { linkTo } from '../address'
import { ChooseFile } from '../ui/import/choose-file'
import { Elapsed } from '../ui/import/elapsed'
import { ImportSteps } from '../ui/import/import-steps'
import { type ChosenFile, useFile } from '../ui/import/use-file'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import './shuttle.css'
import { FeedPreview } from './feed-preview'
import { PublishTimetable } from './publish-timetable'
import { noRefusals } from './sentences'
import { countsText } from './timetable-card'
import { importGtfsSentences, previewGtfsSentences } from './timetable-sentences'
import { nameOfFile } from './words'

const megabytes = 45

/** A GTFS feed as a new draft: choose, look at what is in it and what is wrong, import, publish. */
export default function ImportGtfs() {
  const [file, setFile] = useState<ChosenFile>()
  const [read, setRead] = useState<ValueOf<typeof previewGtfs>>()
  const [imported, setImported] = useState<Timetable>()
  const [isPublishing, setIsPublishing] = useState(false)
  const disk = useFile(megabytes, '请按线路拆成几份，或去掉 shapes.txt 再打包。')
  const preview = useTask(previewGtfs, previewGtfsSentences)
  const write = useTask(importGtfs, importGtfsSentences)
  const known = useAsk(listTimetables, imported && {}, noRefusals)
  const step = imported ? 2 : read ? 1 : 0
  const part = preview.trouble?.detail?.file

  async function look(chosen: File) {
    const taken = await disk.read(chosen)
    if (!taken) return
    setFile(taken)
    setRead(await preview.run(taken))
  }
  function again() {
    setFile(undefined)
    setRead(undefined)
    setImported(undefined)
    preview.clear()
    write.clear()
  }
  async function save({ name }: { name: string }) {
    if (file) setImported(await write.run({ ...file, name }))
  }

  return (
    <>
      <PageHead title='导入 GTFS' about={<a href={linkTo('/shuttle/timetables')}>返回时刻表</a>} />
      <div className='sheet'>
        <ImportSteps current={step} check='核对内容' />
        {step === 0 && (
          <>
            <TroubleNote trouble={disk.trouble ?? preview.trouble}>
              {typeof part === 'string' && part && <div>有问题的是：{part}</div>}
            </TroubleNote>
            <ChooseFile
              only={{ accept: '.zip', name: 'GTFS 压缩包（.zip）', what: '压缩包' }}
              megabytes={megabytes}
              hint='GTFS 是公共交通时刻表的通用格式：一个压缩包，里面有 stops.txt、routes.txt、trips.txt、stop_times.txt 等文件。'
              isReading={preview.isRunning}
              onFile={look}
              onTooLarge={disk.tooLarge}
            />
          </>
        )}
        {step === 1 && read && file && (
          <>
            <TroubleNote trouble={write.trouble} />
            {write.isRunning && (
              <Elapsed label='导入进度'>
                {(seconds) =>
                  `正在写入 ${read.counts.trips} 班、${read.counts.stopTimes} 个到发时间，已用 ${seconds} 秒。要么全部写入，要么一条不写。`
                }
              </Elapsed>
            )}
            <FeedPreview read={read} fileName={file.fileName} />
            <Form
              layout='inline'
              className='feed-import'
              initialValues={{ name: nameOfFile(file.fileName) }}
              onFinish={save}
              disabled={write.isRunning}
            >
              <Form.Item name='name' label='名称' rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
                <Input maxLength={60} style={{ width: 300 }} />
              </Form.Item>
              <Space>
                <Button type='primary' htmlType='submit' loading={write.isRunning} disabled={!read.canImport}>
                  导入为草稿
                </Button>
                <Button onClick={again}>重新选择文件</Button>
                {!read.canImport && <span className='remark-error'>有错误，按“文件:行”改好才能导入；警告不影响。</span>}
              </Space>
            </Form>
          </>
        )}
        {imported && (
          <Result
            status='success'
            title={`已导入“${imported.name}”`}
            subTitle={`${countsText(imported)}。现在还是草稿，发布以后乘客才看到。`}
            extra={[
              <Button key='publish' type='primary' onClick={() => setIsPublishing(true)}>
                发布
              </Button>,
              <Button key='open' href={linkTo('/shuttle/timetable', { id: imported.timetableId })}>
                先看看
              </Button>,
              <Button key='again' onClick={again}>
                再导入一份
              </Button>,
            ]}
          />
        )}
      </div>
      {imported && isPublishing && (
        <PublishTimetable
          timetable={imported}
          inForce={known.value?.timetables.find(({ status }) => status === 'published')}
          onClose={() => {
            setIsPublishing(false)
            known.reload()
          }}
          onPublished={() => {}}
        />
      )}
    </>
  )
}
