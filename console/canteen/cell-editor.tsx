import { Select } from 'antd'
import { useRef, useState } from 'react'
import { listDishRecords } from '../../contract/canteen-dishes'
import { useAsk } from '../ui/use-ask'
import { usePaused } from '../ui/use-paused'
import { createDishes, nameKey } from './dish-book'
import { noRefusals } from './sentences'
import type { GridRow, Line } from './week-draft'

interface Props {
  row: GridRow
  lines: readonly Line[]
  /** What was typed to open it. */
  typed: string
  label: string
  /** The cell's lines from now on, and where to go: so many rows down and columns across. */
  onDone: (lines: Line[], down: number, across: number) => void
}

const newPrefix = 'new:'

/** The dishes of one cell: found by name, pinyin or initials, kept as chips; Enter without a search is done. */
export function CellEditor({ row, lines, typed, label, onDone }: Props) {
  const [chosen, setChosen] = useState<readonly Line[]>(lines)
  const [query, setQuery] = useState(typed)
  const [said, setSaid] = useState('')
  const isDone = useRef(false)
  const wanted = query.trim()
  const paused = usePaused(wanted, 150)
  const search = useAsk(listDishRecords, paused ? { query: paused, limit: 20 } : undefined, noRefusals)
  // Options of an earlier search must not be there to be taken by Enter, neither during the pause nor while the answer
  // is on its way: another dish would stand in the menu.
  const isFresh = paused === wanted && wanted !== '' && search.isCurrent
  const found = isFresh && search.value ? search.value.items : []
  const isExact = found.some(({ name }) => nameKey(name) === nameKey(wanted))
  const options = [
    ...found.map(({ dishId, name, problems }) => ({
      value: dishId,
      label: name,
      note: problems.length > 0 ? '标签未齐' : '',
    })),
    ...(isFresh && !isExact ? [{ value: newPrefix + wanted, label: wanted, note: '新建这道菜' }] : []),
  ]

  function done(down: number, across: number) {
    // taking the field away blurs it once more
    if (isDone.current) return
    isDone.current = true
    onDone([...chosen], down, across)
  }

  function add(dishId: string, dish: string) {
    setChosen((before) =>
      before.some((line) => line.dishId === dishId)
        ? before
        : [...before, { ...row, dishId, dish, prices: [], hasHalf: false, notes: [] }],
    )
    setQuery('')
  }

  async function take(value: string, name: string) {
    if (!value.startsWith(newPrefix)) return add(value, name)
    const { made, trouble: refused } = await createDishes([name])
    for (const { dishId, name: made_ } of made) add(dishId, made_)
    setSaid(refused?.sentence ?? '')
  }

  return (
    <Select
      className='cell-editor'
      mode='multiple'
      autoFocus
      open
      aria-label={label}
      placeholder='菜名、拼音或首字母'
      popupMatchSelectWidth={260}
      maxTagTextLength={12}
      filterOption={false}
      labelInValue
      searchValue={query}
      onSearch={setQuery}
      options={options}
      optionRender={({ data }) => (
        <span className='picker-option'>
          {data.label}
          <span className={data.note === '标签未齐' ? 'remark-guess' : 'quiet'}>{data.note}</span>
        </span>
      )}
      notFoundContent={
        said || search.trouble?.sentence || (wanted ? '正在查找…' : '输入菜名、拼音或首字母；回车选中，再回车完成')
      }
      value={chosen.map(({ dishId, dish }) => ({ value: dishId, label: dish }))}
      onSelect={({ value, label: name }) => void take(String(value), String(name))}
      onDeselect={({ value }) => setChosen(chosen.filter(({ dishId }) => dishId !== value))}
      onBlur={() => done(0, 0)}
      onInputKeyDown={(event) => {
        const isComposing = event.nativeEvent.isComposing
        if (isComposing) return
        if (event.key === 'Escape') done(0, 0)
        else if (event.key === 'Enter' && wanted === '') done(1, 0)
        else if (event.key === 'Tab') done(0, event.shiftKey ? -1 : 1)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
