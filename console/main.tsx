import 'dayjs/locale/zh-cn'
import './console.css'
// A part of the page that is fetched later would come without its styles: esbuild loads those of the first part only.
import './booking/grid.css'
import './booking/year.css'
import './repair/acts.css'
import './repair/board.css'
import './repair/desk.css'
import './repair/ticket.css'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Boundary } from './frame/boundary'
import { Door } from './frame/door'
import { theme } from './theme'

dayjs.locale('zh-cn')

const place = document.getElementById('console')
if (!place) throw new Error('index.html has no #console')
createRoot(place).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <AntApp>
        <Boundary>
          <Door />
        </Boundary>
      </AntApp>
    </ConfigProvider>
  </StrictMode>,
)
