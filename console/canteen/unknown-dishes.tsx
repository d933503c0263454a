import { Alert, Button, Space } from 'antd'
import { TroubleNote } from '../ui/trouble-note'
import type { Paste } from './use-paste'

/** Names that were pasted but are no dishes yet: entered in one click, or left out. */
export function UnknownDishes({ paste: { unknown, trouble, isMatching, create, forget } }: { paste: Paste }) {
  return (
    <>
      <TroubleNote trouble={trouble} />
      {unknown.length > 0 && (
        <Alert
          type='warning'
          showIcon
          role='alert'
          style={{ marginBottom: 12 }}
          message={`有 ${unknown.length} 个菜名在菜品里没有，还没有放进菜单`}
          description={
            <>
              {unknown.map(({ name }) => name).join('、')}
              <div className='quiet'>
                建立后就会放进刚才粘贴的格子；新菜要填写配料和标签才能发布。写错的菜名请改好以后重新粘贴。
              </div>
            </>
          }
          action={
            <Space direction='vertical'>
              <Button type='primary' loading={isMatching} onClick={create}>
                建立这 {unknown.length} 道菜
              </Button>
              <Button block onClick={forget}>
                不要这些
              </Button>
            </Space>
          }
        />
      )}
    </>
  )
}
