import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Input, Popover, Select, Space, Switch, Tag } from 'antd'
import { mostOptions, type SurveyItem, type SurveyOption } from '../../contract/survey-definition'
import { nameOfItem } from './condition-words'
import { nextCode } from './definition-edits'

interface Props {
  options: readonly SurveyOption[]
  /** The later items that a choice may lead to; none where nothing can be jumped to. */
  later?: readonly SurveyItem[]
  items: readonly SurveyItem[]
  /** 其他 with words of one's own, 与其他选项互斥. */
  hasOther: boolean
  hasExclusive: boolean
  onChange: (options: SurveyOption[], field: string) => void
}

/** A flag that is either set or absent, as the definition wants it. */
const flag = (isSet: boolean): true | undefined => (isSet ? true : undefined)

function OptionTags({ option }: { option: SurveyOption }) {
  return (
    <>
      {option.isOther && <Tag>可填写</Tag>}
      {option.isExclusive && <Tag>单独选</Tag>}
      {option.isDontKnow && <Tag>不计分</Tag>}
    </>
  )
}

/** The options of an item: their words, order, what is special about them, and where each leads. */
export function OptionRows({ options, later = [], items, hasOther, hasExclusive, onChange }: Props) {
  const put = (at: number, part: Partial<SurveyOption>, field = '') =>
    onChange(
      options.map((option, i) => (i === at ? { ...option, ...part } : option)),
      field,
    )
  function move(at: number, to: number) {
    const rest = options.filter((_, i) => i !== at)
    const moved = options[at]
    if (moved) onChange([...rest.slice(0, to), moved, ...rest.slice(to)], '')
  }
  const add = (option: Omit<SurveyOption, 'code'>) =>
    onChange(
      [
        ...options,
        {
          code: nextCode(
            'o',
            options.map(({ code }) => code),
          ),
          ...option,
        },
      ],
      '',
    )
  return (
    <div className='option-rows'>
      {options.map((option, at) => (
        <div key={option.code} className='option-row'>
          <Input
            aria-label={`选项 ${at + 1}`}
            maxLength={100}
            status={option.text.trim() === '' ? 'error' : undefined}
            value={option.text}
            suffix={<OptionTags option={option} />}
            onChange={({ target }) => put(at, { text: target.value }, option.code)}
          />
          {later.length > 0 && (
            <Select
              aria-label={`选了选项 ${at + 1} 之后`}
              style={{ width: 168, flex: 'none' }}
              popupMatchSelectWidth={300}
              value={option.jumpTo ?? ''}
              options={[
                { value: '', label: '接着下一题' },
                ...(option.jumpTo && !later.some(({ code }) => code === option.jumpTo)
                  ? [{ value: option.jumpTo, label: nameOfItem(items, option.jumpTo) }]
                  : []),
                ...later.map(({ code }) => ({ value: code, label: `跳到${nameOfItem(items, code)}` })),
              ]}
              onChange={(code) => put(at, { jumpTo: code || undefined })}
            />
          )}
          <Popover
            trigger='click'
            content={
              <Space direction='vertical'>
                {hasOther && (
                  <span>
                    <Switch
                      size='small'
                      aria-label='可以自己填写'
                      checked={option.isOther === true}
                      onChange={(isSet) => put(at, { isOther: flag(isSet) })}
                    />{' '}
                    可以自己填写（如“其他”）
                  </span>
                )}
                {hasExclusive && (
                  <span>
                    <Switch
                      size='small'
                      aria-label='选了就不能再选别的'
                      checked={option.isExclusive === true}
                      onChange={(isSet) => put(at, { isExclusive: flag(isSet) })}
                    />{' '}
                    选了就不能再选别的（如“都没有”）
                  </span>
                )}
                <span>
                  <Switch
                    size='small'
                    aria-label='是“不了解”'
                    checked={option.isDontKnow === true}
                    onChange={(isSet) => put(at, { isDontKnow: flag(isSet) })}
                  />{' '}
                  是“不了解”，不计入平均分和满意率
                </span>
              </Space>
            }
          >
            <Button type='text' icon={<SettingOutlined />} aria-label={`选项 ${at + 1} 的设置`} />
          </Popover>
          <Button
            type='text'
            icon={<ArrowUpOutlined />}
            aria-label={`上移选项 ${at + 1}`}
            disabled={at === 0}
            onClick={() => move(at, at - 1)}
          />
          <Button
            type='text'
            icon={<ArrowDownOutlined />}
            aria-label={`下移选项 ${at + 1}`}
            disabled={at === options.length - 1}
            onClick={() => move(at, at + 1)}
          />
          <Button
            type='text'
            icon={<DeleteOutlined />}
            aria-label={`删除选项 ${at + 1}`}
            disabled={options.length <= 2}
            onClick={() =>
              onChange(
                options.filter((_, i) => i !== at),
                '',
              )
            }
          />
        </div>
      ))}
      <Space size={4}>
        <Button
          size='small'
          type='link'
          icon={<PlusOutlined />}
          disabled={options.length >= mostOptions}
          onClick={() => add({ text: `选项 ${options.length + 1}` })}
        >
          加选项
        </Button>
        {hasOther && !options.some(({ isOther }) => isOther) && (
          <Button size='small' type='link' onClick={() => add({ text: '其他', isOther: true })}>
            加“其他”
          </Button>
        )}
        {!options.some(({ isDontKnow }) => isDontKnow) && (
          <Button
            size='small'
            type='link'
            onClick={() => add({ text: '不了解', isDontKnow: true, isExclusive: flag(hasExclusive) })}
          >
            加“不了解”
          </Button>
        )}
      </Space>
    </div>
  )
}
