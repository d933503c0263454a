import { Button, Result } from 'antd'
import { Component, type ReactNode } from 'react'

interface Props {
  children: ReactNode
}

/** Catches what broke a page, also a part of it that could not be fetched after an update of the server. */
export class Boundary extends Component<Props, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    if (!this.state.isBroken) return this.props.children
    return (
      <Result
        status='warning'
        title='这个页面没能打开'
        subTitle='可能是网络中断，或者服务器刚刚更新。重新载入后再试；仍不行请告诉管理员。'
        extra={
          <Button type='primary' onClick={() => window.location.reload()}>
            重新载入
          </Button>
        }
      />
    )
  }
}
