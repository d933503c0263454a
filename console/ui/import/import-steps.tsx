import { Steps } from 'antd'

/** How far an import has come; `check` says what is done between choosing the file and the end. */
export function ImportSteps({ current, check }: { current: number; check: string }) {
  return (
    <Steps
      size='small'
      current={current}
      style={{ maxWidth: 560, marginBottom: 20 }}
      items={[{ title: '选择文件' }, { title: check }, { title: '完成' }]}
    />
  )
}
