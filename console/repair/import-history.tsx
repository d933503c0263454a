import { Button, Flex, Popconfirm, Result, Space } from 'antd'
import { useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { importHistory, mostHistoryRows, previewHistory } from '../../contract/repair-report'
import { linkTo } from '../address'
import { ChooseFile } from '../ui/import/choose-file'
import { ImportSteps } from '../ui/import/import-steps'
import { type ChosenFile, useFile } from '../ui/import/use-file'
import { PageHead } from '../ui/page-head'
import { countText } from '../ui/report/figures'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { HistoryPreview } from './history-preview'
import { importHistorySentences, previewHistorySentences } from './report-sentences'
import './import-history.css'

// what a call may carry, as base64, with some room
const megabytes = 29

interface Chosen {
  file: ChosenFile
  preview: ValueOf<typeof previewHistory>
}

function Done({
  result,
  days,
  again,
}: {
  result: ValueOf<typeof importHistory>
  days: [string?, string?]
  again: () => void
}) {
  const { added, known, closed, left, newCategories } = result
  const [from, until] = days
  return (
    <Result
      status='success'
      title='历史已导入'
      subTitle={[
        `新增 ${countText(added)} 件`,
        known > 0 ? `原来就有 ${countText(known)} 件` : '',
        closed > 0 ? `其中 ${countText(closed)} 件这次改为已完成` : '',
        left > 0 ? `没有导入 ${countText(left)} 行` : '',
        newCategories > 0 ? `新建 ${newCategories} 个类别` : '',
      ]
        .filter(Boolean)
        .join('，')
        .concat('。同一份文件再导入一次，不会重复。')}
      extra={[
        <Button key='report' type='primary' href={linkTo('/repair/report', { from, until })}>
          看统计
        </Button>,
        <Button key='again' onClick={again}>
          再导入一份
        </Button>,
      ]}
    />
  )
}

/** The history of an earlier system: choose a file, see what was understood, take it over. */
export default function ImportHistory() {
  const preview = useTask(previewHistory, previewHistorySentences)
  const write = useTask(importHistory, importHistorySentences)
  const [chosen, setChosen] = useState<Chosen>()
  const [result, setResult] = useState<ValueOf<typeof importHistory>>()
  const disk = useFile(megabytes, '请删去图片和多余的列，另存为 .csv，或按年拆成几个文件。')

  async function read(picked: File) {
    const file = await disk.read(picked)
    const understood = file && (await preview.run(file))
    if (understood) setChosen({ file, preview: understood })
  }

  function again() {
    setChosen(undefined)
    setResult(undefined)
    write.clear()
    preview.clear()
  }

  const counts = chosen?.preview.counts
  const wanted = counts ? counts.new + counts.closing : 0
  return (
    <>
      <PageHead title='导入历史' about={<a href={linkTo('/repair/report')}>返回统计</a>} />
      <div className='sheet'>
        <ImportSteps current={result ? 2 : chosen ? 1 : 0} check='核对' />
        {result && <Done result={result} days={[chosen?.preview.from, chosen?.preview.until]} again={again} />}
        {!result && !chosen && (
          <>
            <TroubleNote trouble={disk.trouble ?? preview.trouble} />
            <ChooseFile
              megabytes={megabytes}
              hint={
                <>
                  以前的报修台账或其他系统导出的表格：一行一件，要有“报修时间”，可以有完成时间、要求完成时间、类别、地点、单号和状态。
                  <br />
                  中英文表头都认得；一次最多 {countText(mostHistoryRows)} 行。同一份表格导入两次不会重复。
                </>
              }
              isReading={preview.isRunning}
              onFile={read}
              onTooLarge={disk.tooLarge}
            />
          </>
        )}
        {!result && chosen && (
          <>
            <TroubleNote trouble={write.trouble} />
            <Flex justify='space-between' align='center' wrap gap={8} style={{ marginBottom: 12 }}>
              <span>{chosen.file.fileName}</span>
              <Space>
                <Button onClick={again} disabled={write.isRunning}>
                  重新选择文件
                </Button>
                <Popconfirm
                  title={`导入 ${countText(wanted)} 件？`}
                  description='导入后会计入统计；要么全部写入，要么一件也不写。'
                  okText='确认导入'
                  disabled={wanted === 0}
                  onConfirm={async () =>
                    setResult(await write.run({ ...chosen.file, expectedRows: chosen.preview.counts.rows }))
                  }
                >
                  <Button type='primary' loading={write.isRunning} disabled={wanted === 0}>
                    {write.isRunning ? '正在写入…' : wanted === 0 ? '没有新的内容' : `导入 ${countText(wanted)} 件`}
                  </Button>
                </Popconfirm>
              </Space>
            </Flex>
            <HistoryPreview preview={chosen.preview} />
          </>
        )}
      </div>
    </>
  )
}
