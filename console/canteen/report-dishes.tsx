import { Table } from 'antd'
import type { CanteenReport } from '../../contract/canteen-feedback'
import { linkTo } from '../address'
import { countText, nothing } from '../ui/report/figures'
import { ReportSection } from '../ui/report/report-section'

type Dish = CanteenReport['dishes'][number]

/** Every dish of these days: how often it was served and reserved, and its score with the number of votes. */
export function ReportDishes({ report: { dishes } }: { report: CanteenReport }) {
  return (
    <ReportSection
      title='菜品'
      note='评分是按人数修正的平均：只有几票的菜不会冲到最前，票数写在旁边。'
      empty={dishes.length === 0 ? '这段时间没有供应过菜品。' : undefined}
    >
      <Table<Dish>
        size='small'
        rowKey='dishId'
        scroll={{ x: true }}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={dishes}
        columns={[
          {
            title: '菜名',
            className: 'broad-cell',
            render: (_, { dishId, dish }) => <a href={linkTo('/canteen/dishes', { dish: dishId })}>{dish}</a>,
          },
          {
            title: '供应',
            align: 'right',
            sorter: (a, b) => a.servings - b.servings,
            render: (_, { servings }) => `${countText(servings)} 次`,
          },
          {
            title: '预订',
            align: 'right',
            sorter: (a, b) => a.reserved - b.reserved,
            render: (_, { reserved }) => (reserved > 0 ? `${countText(reserved)} 份` : nothing),
          },
          {
            title: '评分',
            align: 'right',
            sorter: (a, b) => (a.score?.mean ?? 0) - (b.score?.mean ?? 0),
            render: (_, { score }) => score?.mean.toFixed(2) ?? nothing,
          },
          {
            title: '票数',
            align: 'right',
            sorter: (a, b) => (a.score?.ratings ?? 0) - (b.score?.ratings ?? 0),
            render: (_, { score }) => (score ? countText(score.ratings) : nothing),
          },
        ]}
      />
    </ReportSection>
  )
}
