import { App } from 'antd'
import type { AnyProcedure, InputOf, ValueOf } from '../../contract/procedure'
import type { Sentences } from '../ui/trouble'
import { useTask } from '../ui/use-task'
import type { EditedTimetable } from './edited-timetable'

/** An edit of a draft timetable: it names the revision it was made on, and keeps the next one. */
export function useDraftEdit<P extends AnyProcedure>(
  { timetable, revision, onSaved }: EditedTimetable,
  procedure: P,
  sentences: Sentences<P>,
) {
  const { message } = App.useApp()
  const task = useTask(procedure, sentences)
  const { timetableId } = timetable.timetable

  /** Whether it was kept; `said` is told when it was. */
  async function save(input: Omit<InputOf<P>, 'timetableId' | 'revision'>, said: string): Promise<boolean> {
    const value = (await task.run({ ...input, timetableId, revision: revision.current } as InputOf<P>)) as
      | (ValueOf<P> & { revision: number })
      | undefined
    if (!value) return false
    revision.current = value.revision
    message.success(said)
    onSaved()
    return true
  }
  return { save, isRunning: task.isRunning, trouble: task.trouble, clear: task.clear }
}
