import { Button, Input } from 'antd'
import { useState } from 'react'
import { cellsOf } from '../ui/pasted-cells'

/** UTF-8 bytes of a text in base64. */
function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const csvOf = (cells: readonly (readonly string[])[]) =>
  cells
    .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n')

/** Cells copied from a spreadsheet, with their headings, instead of a file. */
export function PasteArea({ onText }: { onText: (file: { fileName: string; content: string }) => void }) {
  const [text, setText] = useState('')
  return (
    <section className='paste-area' aria-label='粘贴表格'>
      <label htmlFor='paste-cells'>或者把表格里的内容（连同表头）复制粘贴到这里</label>
      <Input.TextArea
        id='paste-cells'
        rows={5}
        maxLength={200_000}
        placeholder='日期　餐次　主荤　半荤　素菜…'
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        disabled={text.trim() === ''}
        onClick={() => onText({ fileName: '粘贴的内容.csv', content: base64Of(csvOf(cellsOf(text))) })}
      >
        核对粘贴的内容
      </Button>
    </section>
  )
}
