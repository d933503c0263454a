import { PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, type TableColumnsType, Tag } from 'antd'
import { type DishRecord, listDishRecords } from '../../contract/canteen-dishes'
import { linkTo, useParams } from '../address'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PageHead } from '../ui/page-head'
import { PagedTable } from '../ui/paged-table'
import { SearchBox } from '../ui/search-box'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import './canteen.css'
import { DishDrawer } from './dish-drawer'
import { AllergenTags, LabelState } from './label-state'
import { noRefusals } from './sentences'
import { pricesText, spiceNames } from './words'

/** Every dish with its ingredients and labels; those that cannot be published say why. */
export default function Dishes() {
  const [params, merge] = useParams()
  const zone = useZone()
  const query = params.get('query') ?? ''
  const hasProblems = params.get('problems') === '1' || undefined
  const withRetired = params.get('retired') === '1'
  const opened = params.get('dish') || undefined
  const filter = { query, hasProblems, withRetired }
  const cursor = useCursor(JSON.stringify(filter))
  const asked = useAsk(listDishRecords, { ...filter, cursor: cursor.at, limit: 50 }, noRefusals)
  const isNarrowed = query !== '' || hasProblems || withRetired

  const columns: TableColumnsType<DishRecord> = [
    {
      title: '菜名',
      className: 'whole-line',
      render: (_, { dishId, name, isRetired, spice }) => (
        <>
          <a href={linkTo('/canteen/dishes', { dish: dishId })} onClick={(event) => event.preventDefault()}>
            {name}
          </a>{' '}
          {spice > 0 && <Tag>{spiceNames[spice]}</Tag>}
          {isRetired && <Tag>已停用</Tag>}
        </>
      ),
    },
    {
      title: '标签',
      className: 'whole-line',
      render: (_, dish) => <LabelState problems={dish.problems} isConfirmed={Boolean(dish.confirmedAt)} />,
    },
    {
      title: '含有',
      className: 'broad-cell',
      render: (_, { labels }) => <AllergenTags labels={labels} />,
    },
    {
      title: '配料',
      className: 'broad-cell',
      render: (_, { ingredients }) => ingredients.join('、') || <span className='quiet'>还没有填写</span>,
    },
    {
      title: '价格',
      className: 'whole-line',
      render: (_, { prices }) => pricesText(prices) || <span className='quiet'>—</span>,
    },
    {
      title: '评分',
      align: 'right',
      className: 'whole-line',
      render: (_, { score }) =>
        score ? `${score.mean.toFixed(1)}（${score.ratings} 人）` : <span className='quiet'>—</span>,
    },
    {
      title: '确认',
      className: 'whole-line',
      render: (_, { confirmedAt, confirmedBy }) =>
        confirmedAt ? (
          <span className='quiet'>
            {confirmedBy} {showInstant(confirmedAt, zone).slice(0, 10)}
          </span>
        ) : (
          <span className='quiet'>—</span>
        ),
    },
  ]

  return (
    <>
      <PageHead
        title='菜品与标签'
        about='配料和过敏原标签。标签不全或有矛盾的菜不能发布；没有确认的，手机上显示「未知」。'
      >
        <Button type='primary' icon={<PlusOutlined />} onClick={() => merge({ dish: 'new' })}>
          添加菜品
        </Button>
      </PageHead>
      <div className='sheet'>
        <search className='filters'>
          <SearchBox
            label='搜索菜品'
            placeholder='菜名、拼音或首字母'
            value={query}
            onSearch={(next) => merge({ query: next })}
          />
          <Checkbox
            className='filter-check'
            checked={hasProblems === true}
            onChange={({ target }) => merge({ problems: target.checked ? '1' : '' })}
          >
            只看标签不全或有矛盾的
          </Checkbox>
          <Checkbox
            className='filter-check'
            checked={withRetired}
            onChange={({ target }) => merge({ retired: target.checked ? '1' : '' })}
          >
            也看已停用的
          </Checkbox>
        </search>
        <PagedTable<DishRecord>
          label='菜品'
          asked={asked}
          cursor={cursor}
          unit='道'
          rowKey='dishId'
          columns={columns}
          onRow={({ dishId }) => ({ className: 'row-opens', onClick: () => merge({ dish: dishId }) })}
          empty={
            hasProblems && !query
              ? '每道菜的标签都齐了'
              : isNarrowed
                ? '没有符合条件的菜'
                : '还没有菜品。可以逐个添加，也可以在周菜单里导入或粘贴，菜会自动建立'
          }
          emptyAction={
            isNarrowed ? (
              <Button onClick={() => merge({ query: '', problems: '', retired: '' })}>清除条件</Button>
            ) : (
              <Button type='primary' onClick={() => merge({ dish: 'new' })}>
                添加菜品
              </Button>
            )
          }
        />
      </div>
      <DishDrawer
        dishId={opened}
        onClose={() => merge({ dish: '' })}
        onMade={(dishId) => merge({ dish: dishId })}
        onChanged={asked.reload}
      />
    </>
  )
}
