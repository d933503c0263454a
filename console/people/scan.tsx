import { Alert, Button, Spin } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { finishScanSignIn } from '../../contract/people-sign-in'
import { CallFault, call } from '../call'
import { useSession } from '../session'
import { QrPicture } from '../ui/qr-picture'
import { canScan, newScanSecret, type ScanSecret } from './scan-secret'
import { finishScanSentences } from './sentences'

const ASK_EVERY_MS = 2_000
const RENEW_EVERY_MS = 120_000

/** A scan secret that is replaced every two minutes, as long as the page is looked at, and whenever asked to. */
function useScanSecret(): [ScanSecret | undefined, () => void] {
  const [scan, setScan] = useState<ScanSecret>()
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn is what asks for a new secret
  useEffect(() => {
    let isGone = false
    newScanSecret().then((made) => !isGone && setScan(made))
    const timer = setTimeout(() => setTurn((n) => n + 1), RENEW_EVERY_MS)
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [turn])
  return [scan, useCallback(() => setTurn((n) => n + 1), [])]
}

/** Shows the code and asks every two seconds, while the page is visible, whether the phone has confirmed. */
function LiveCode() {
  const [scan, renew] = useScanSecret()
  const [isCut, setIsCut] = useState(false)

  useEffect(() => {
    if (!scan) return
    let isGone = false
    async function ask({ secret }: ScanSecret) {
      if (document.visibilityState !== 'visible') return
      try {
        const answer = await call(finishScanSignIn, { secret, client: 'console' })
        if (isGone) return
        setIsCut(false)
        if ('value' in answer) useSession.getState().begin(answer.value)
        else if (answer.refusal === 'CODE_EXPIRED') renew()
      } catch (thrown) {
        if (!(thrown instanceof CallFault)) throw thrown
        if (!isGone) setIsCut(true)
      }
    }
    const timer = setInterval(() => void ask(scan), ASK_EVERY_MS)
    return () => {
      isGone = true
      clearInterval(timer)
    }
  }, [scan, renew])

  if (!scan) return <Spin style={{ display: 'block', height: 220, paddingTop: 90 }} />
  const address = `${window.location.origin}/s/${scan.code}`
  return (
    <>
      <p>
        请用微信或支付宝中的“管家”小程序扫码，
        <br />
        并在手机上确认
      </p>
      <QrPicture text={address} size={220} label='登录二维码，用小程序扫描' />
      <p className='quiet' role='status'>
        {isCut ? '暂时连接不上服务器，正在重试…' : finishScanSentences.NOT_CONFIRMED}
      </p>
      <Button type='link' onClick={renew}>
        换一个二维码
      </Button>
    </>
  )
}

/** Signing in by scanning with the mini-program; where browsers forbid hashing it says what to do instead. */
export function Scan() {
  if (canScan()) return <LiveCode />
  return (
    <Alert
      type='warning'
      showIcon
      style={{ textAlign: 'start' }}
      message='这个地址不能扫码登录'
      description='浏览器只允许在 https:// 网址或服务器本机（127.0.0.1）上生成登录码。请改用 https 地址打开本页，或在服务器上运行 npm run sign-in-link -- 工号，用打印出来的一次性链接登录。'
    />
  )
}
