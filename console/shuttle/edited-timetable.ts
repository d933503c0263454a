import type { MutableRefObject } from 'react'
import type { ValueOf } from '../../contract/procedure'
import type { getTimetable, Service } from '../../contract/shuttle-grid'

/** A timetable under work, as the parts of its page share it. */
export interface EditedTimetable {
  timetable: Omit<ValueOf<typeof getTimetable>, 'services'> & { services: Service[] }
  /** What the next edit names; each edit makes the next. */
  revision: MutableRefObject<number>
  isReadOnly: boolean
  onSaved: () => void
}
