import { App } from 'antd'
import { useState } from 'react'

/** Leaving a drawer: at once when nothing was typed, otherwise after asking whether what was typed may be lost. */
export function useLeave(onLeave: () => void): { leave: () => void; setIsDirty: (isDirty: boolean) => void } {
  const { modal } = App.useApp()
  const [isDirty, setIsDirty] = useState(false)

  function go() {
    setIsDirty(false)
    onLeave()
  }

  function leave() {
    if (!isDirty) return go()
    modal.confirm({
      title: '填写的内容还没有保存',
      content: '关闭后这些内容会丢失。',
      okText: '放弃',
      cancelText: '继续填写',
      onOk: go,
    })
  }

  return { leave, setIsDirty }
}
