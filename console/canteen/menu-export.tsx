import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { exportMenu, exportOpenMensa } from '../../contract/canteen-files'
import { addDays, type Day } from '../../contract/zone'
import { download } from '../ui/files'
import type { Trouble } from '../ui/trouble'
import { useTask } from '../ui/use-task'
import { exportMenuSentences } from './sentences'

interface Props {
  canteenId: string
  monday: Day
}

/** The week as a file: Excel, or an OpenMensa feed of what is published or of the drafts. */
export function useMenuExport({ canteenId, monday }: Props) {
  const sheet = useTask(exportMenu, exportMenuSentences)
  const feed = useTask(exportOpenMensa, exportMenuSentences)
  const range = { canteenId, from: monday, until: addDays(monday, 6) }

  async function saveSheet() {
    const file = await sheet.run(range)
    if (file) download(file)
  }
  async function saveFeed(isDraft: boolean) {
    const file = await feed.run({ ...range, isDraft })
    if (file) download(file)
  }

  const trouble: Trouble | undefined = sheet.trouble ?? feed.trouble
  const button = (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'sheet', label: 'Excel（可以再导入）', onClick: saveSheet },
          { key: 'feed', label: 'OpenMensa，已发布的', onClick: () => saveFeed(false) },
          { key: 'draft', label: 'OpenMensa，草稿', onClick: () => saveFeed(true) },
        ],
      }}
    >
      <Button icon={<DownloadOutlined />} loading={sheet.isRunning || feed.isRunning}>
        导出
      </Button>
    </Dropdown>
  )
  return { button, trouble }
}
