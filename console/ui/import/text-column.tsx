import { Input } from 'antd'
import type { Lined, SheetColumn } from './kinds'

type Texts<Field extends string> = Lined & { [Each in Field]?: string }

/** A column of plain text, at most so many characters. */
export function textColumn<Field extends string>(
  field: Field,
  title: string,
  width: number,
  max: number,
): SheetColumn<Texts<Field>> {
  return {
    field,
    title,
    width,
    show: (row) => row[field] ?? '',
    edit: (row, change) => (
      <Input
        aria-label={title}
        maxLength={max}
        value={row[field]}
        onChange={(event) => change({ [field]: event.target.value } as Partial<Texts<Field>>)}
      />
    ),
  }
}
