import { Menu } from 'antd'
import { linkTo } from '../address'
import type { ConsolePage } from '../console-page'

/** The pages one may see, by service; every entry is a link, so that it opens in a new tab as well. */
export function SideMenu({ pages, current }: { pages: readonly ConsolePage[]; current?: ConsolePage }) {
  const groups = [...new Set(pages.flatMap((page) => page.group ?? []))]
  const selected = current?.under ?? current?.path
  return (
    <nav aria-label='主菜单'>
      <Menu
        mode='inline'
        style={{ borderInlineEnd: 0, padding: '0 8px' }}
        selectedKeys={selected ? [selected] : []}
        items={groups.map((group) => ({
          key: group,
          type: 'group',
          label: group,
          children: pages
            .filter((page) => page.group === group)
            .map((page) => ({
              key: page.path,
              icon: page.icon,
              label: (
                <a href={linkTo(page.path)} aria-current={page === current ? 'page' : undefined}>
                  {page.title}
                </a>
              ),
            })),
        }))}
      />
    </nav>
  )
}
