import { Button, Modal } from 'antd'
import { useState } from 'react'
import { openingProblem } from '../../contract/opening-hours'
import { type WeekHours, WeekHoursEditor } from '../ui/week-hours'
import { weekText } from '../ui/week-text'

/** The hours of a row in a table: their text, and the week's editor in a window of its own. */
export function HoursCell({ value, onChange }: { value: WeekHours; onChange: (week: WeekHours) => void }) {
  const [draft, setDraft] = useState<WeekHours>()
  const trouble = draft && openingProblem(draft)
  return (
    <>
      <Button type='dashed' style={{ whiteSpace: 'normal', height: 'auto' }} onClick={() => setDraft(value)}>
        {weekText(value)}
      </Button>
      <Modal
        open={draft !== undefined}
        title='开放时间'
        width={620}
        okButtonProps={{ disabled: Boolean(trouble) }}
        onCancel={() => setDraft(undefined)}
        onOk={() => {
          if (draft) onChange(draft)
          setDraft(undefined)
        }}
      >
        <WeekHoursEditor value={draft} onChange={setDraft} />
        {trouble && <p className='remark-error'>{trouble}</p>}
      </Modal>
    </>
  )
}
