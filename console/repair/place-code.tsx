import { PrinterOutlined, ReloadOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { renewPlaceCode } from '../../contract/repair-catalog'
import { PrintedCode } from '../ui/printed-code'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { renewCodeSentences } from './catalog-sentences'
import { PlaceLabels } from './place-labels'

interface Props {
  of: { placeId: string } | { assetId: string }
  name: string
  codeToken: string
  humanCode: string
  onChanged: () => void
}

/** The printed code of a place or an asset: to look at, to print, to renew. */
export function PlaceCode({ of, name, codeToken, humanCode, onChanged }: Props) {
  const { message } = App.useApp()
  const [code, setCode] = useState({ codeToken, humanCode })
  const [isPrinting, setIsPrinting] = useState(false)
  const task = useTask(renewPlaceCode, renewCodeSentences)

  async function renew() {
    const made = await task.run(of)
    if (!made) return
    setCode(made)
    message.success('已更换二维码，请打印新的标签贴上')
    onChanged()
  }

  return (
    <>
      <TroubleNote trouble={task.trouble} onRetry={renew} />
      <PrintedCode name={name} token={code.codeToken} humanCode={code.humanCode}>
        <Button icon={<PrinterOutlined />} onClick={() => setIsPrinting(true)}>
          打印标签
        </Button>
        <Popconfirm
          title='更换二维码？'
          description='旧标签上的码会立即失效，需要打印新的标签贴上。'
          okText='更换'
          onConfirm={renew}
        >
          <Button icon={<ReloadOutlined />} loading={task.isRunning}>
            更换二维码
          </Button>
        </Popconfirm>
      </PrintedCode>
      {isPrinting && (
        <PlaceLabels
          wish={'assetId' in of ? { assetIds: [of.assetId] } : { placeIds: [of.placeId] }}
          onClose={() => setIsPrinting(false)}
        />
      )}
    </>
  )
}
