import { ConfigProvider, Layout, Result, Spin } from 'antd'
import { Suspense, useEffect, useRef } from 'react'
import { useAddress } from '../address'
import type { ConsolePage } from '../console-page'
import { pages } from '../pages'
import { useSession } from '../session'
import { Account } from './account'
import { Boundary } from './boundary'
import { SideMenu } from './side-menu'
import { useStayAwake } from './stay-awake'

function NoPage({ isEmpty }: { isEmpty: boolean }) {
  return isEmpty ? (
    <Result
      status='info'
      title='您的账号没有后台职责'
      subTitle='预订会议室请使用微信或支付宝小程序。如需管理会议室或人员，请联系管理员授予职责。'
    />
  ) : (
    <Result status='404' title='没有这个页面' subTitle='它可能已经改名，或者您的职责看不到它。请从左侧菜单选择。' />
  )
}

/** The console around its pages: menu by duty, institution, who is signed in. */
export function Shell() {
  useStayAwake()
  const { path, params } = useAddress()
  const me = useSession((session) => session.me)
  const root = useRef<HTMLDivElement>(null)
  const mine = pages.filter((page) => page.duties.some((duty) => me?.duties.includes(duty)))
  const current: ConsolePage | undefined = path === '/' ? mine[0] : mine.find((page) => page.path === path)
  const title = current?.title ?? '管理后台'
  useEffect(() => {
    document.title = `${title} · 管家`
  }, [title])
  return (
    // Drawers and lists open inside the frame: what hides the frame then hides them too.
    <ConfigProvider getPopupContainer={() => root.current ?? document.body}>
      <div ref={root} className='frame'>
        <Layout style={{ minHeight: '100vh' }} hasSider>
          <Layout.Sider width={208} theme='light' className='frame-side' style={{ position: 'sticky', top: 0 }}>
            <div className='frame-brand'>
              <i />
              管家 · 管理后台
            </div>
            <SideMenu pages={mine} current={current} />
          </Layout.Sider>
          <Layout>
            <Layout.Header className='frame-head'>
              <span>{me?.institution.name}</span>
              <Account />
            </Layout.Header>
            <Layout.Content className='frame-page'>
              {/* a page that is about another record begins anew: nothing of the one before may show or be saved in it */}
              <Boundary key={[current?.path, params.get('id')].join()}>
                <Suspense fallback={<Spin size='large' style={{ display: 'block', margin: '20vh auto' }} />}>
                  {current ? <current.page /> : <NoPage isEmpty={mine.length === 0} />}
                </Suspense>
              </Boundary>
            </Layout.Content>
          </Layout>
        </Layout>
      </div>
    </ConfigProvider>
  )
}
