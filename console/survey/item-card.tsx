import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CopyOutlined,
  DeleteOutlined,
  HolderOutlined,
  LockOutlined,
  ScissorOutlined,
} from '@ant-design/icons'
import { Button, Tag, Tooltip } from 'antd'
import { type DragEvent, type ReactNode, useState } from 'react'
import type { SurveyFinding } from '../../contract/survey'
import type { SurveyItem } from '../../contract/survey-definition'
import { conditionText, numbersOf } from './condition-words'
import { kindNames } from './words'

interface Props {
  item: SurveyItem
  items: readonly SurveyItem[]
  findings: readonly SurveyFinding[]
  isOpen: boolean
  isFirst: boolean
  isLast: boolean
  /** Stands first on its page: no new page can begin with it. */
  isPageTop: boolean
  isReadOnly: boolean
  /** Of the quarterly core: its words stay. */
  isLocked: boolean
  onOpen: () => void
  onMove: (step: -1 | 1) => void
  onDuplicate: () => void
  onRemove: () => void
  onBreak: () => void
  /** An item, by its code, was dropped on the upper half of this one or on the lower. */
  onDrop: (code: string, side: 'before' | 'after') => void
  children: ReactNode
}

function Act({ label, icon, ...button }: { label: string; icon: ReactNode; disabled?: boolean; onClick: () => void }) {
  return (
    <Tooltip title={label}>
      <Button type='text' size='small' icon={icon} aria-label={label} {...button} />
    </Tooltip>
  )
}

const dragKind = 'application/x-survey-item'

function sideOf({ clientY, currentTarget }: DragEvent<HTMLElement>): 'before' | 'after' {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY < top + height / 2 ? 'before' : 'after'
}

/** One item in the list: its number, kind and words, what is wrong with it, what can be done; opened, its form. */
export function ItemCard(props: Props) {
  const { item, items, findings, isOpen, isReadOnly, onDrop, children } = props
  const number = numbersOf(items).get(item.code)
  const name = number === undefined ? '说明文字' : `第 ${number} 题`
  const [dropSide, setDropSide] = useState<'before' | 'after'>()
  const isWrong = findings.some(({ level }) => level === 'error')
  return (
    <article
      id={`item-${item.code}`}
      aria-label={name}
      className={`item-card${isOpen ? ' item-open' : ''}${isWrong ? ' item-wrong' : ''}${dropSide ? ` item-drop-${dropSide}` : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragKind)) return
        event.preventDefault()
        setDropSide(sideOf(event))
      }}
      onDragLeave={() => setDropSide(undefined)}
      onDrop={(event) => {
        event.preventDefault()
        setDropSide(undefined)
        const code = event.dataTransfer.getData(dragKind)
        if (code) onDrop(code, sideOf(event))
      }}
    >
      <header>
        {!isReadOnly && (
          // biome-ignore lint/a11y/noStaticElementInteractions: a grip for the mouse; the arrows beside do the same
          <span
            className='item-grip'
            draggable
            title='拖动排序'
            onDragStart={(event) => event.dataTransfer.setData(dragKind, item.code)}
          >
            <HolderOutlined />
          </span>
        )}
        <button type='button' className='item-title' aria-expanded={isOpen} onClick={props.onOpen}>
          <b>{number ?? '¶'}</b>
          <span className={item.title ? undefined : 'quiet'}>{item.title || '（还没写题目）'}</span>
          {'isRequired' in item && item.isRequired && <span className='item-star'>必答</span>}
        </button>
        {props.isLocked && (
          <Tag icon={<LockOutlined />} title='核心题的措辞每个季度都一样，不能改'>
            锁定
          </Tag>
        )}
        <Tag>{kindNames[item.kind]}</Tag>
        {!isReadOnly && (
          <span className='item-acts'>
            <Act label='上移' icon={<ArrowUpOutlined />} disabled={props.isFirst} onClick={() => props.onMove(-1)} />
            <Act label='下移' icon={<ArrowDownOutlined />} disabled={props.isLast} onClick={() => props.onMove(1)} />
            <Act
              label='从这一题起另起一页'
              icon={<ScissorOutlined />}
              disabled={props.isPageTop}
              onClick={props.onBreak}
            />
            <Act label='复制' icon={<CopyOutlined />} onClick={props.onDuplicate} />
            <Act label='删除' icon={<DeleteOutlined />} onClick={props.onRemove} />
          </span>
        )}
      </header>
      {!isOpen && item.visibleIf && <p className='item-note quiet'>{conditionText(item.visibleIf, items)}，才显示</p>}
      {findings.map(({ path, kind, level, message }) => (
        <p key={path + kind + message} className={`item-note ${level === 'error' ? 'remark-error' : 'remark-guess'}`}>
          {message}
        </p>
      ))}
      {isOpen && children}
    </article>
  )
}
