import { type ReactNode, useState } from 'react'
import type { Trouble } from '../trouble'
import { TroubleNote } from '../trouble-note'
import { useUnloadWarning } from '../use-unload-warning'
import { CheckSheet } from './check-sheet'
import { ChooseFile } from './choose-file'
import { ImportSteps } from './import-steps'
import type { Lined, Said, SheetColumn, SheetPreview } from './kinds'
import { type ChosenFile, useFile } from './use-file'

interface Step<Input, Value> {
  run: (input: Input) => Promise<Value | undefined>
  isRunning: boolean
  trouble?: Trouble
  clear: () => void
}

interface Props<Row extends Lined, Missing, Result> {
  /** What such a sheet should look like. */
  hint: ReactNode
  /** What else than sheets is taken. */
  more?: { accept: string; name: string }
  /** Another way than a file: reads what it is given as if it had been chosen. */
  otherWay?: (read: (file: ChosenFile) => void) => ReactNode
  columns: readonly SheetColumn<Row>[]
  startRow: (place: Lined, said: Said) => Row
  preview: Step<ChosenFile, SheetPreview<Row, Missing>>
  write: Step<Row[], Result>
  /** More about a refused import. */
  explain?: (trouble: Trouble) => ReactNode
  missing: (missing: Missing[]) => ReactNode
  alsoDone?: string
  result: (result: Result, again: () => void) => ReactNode
}

const megabytes = 8

/** From a sheet to the records in three steps: choose, check, done. Nothing typed is lost when a step fails. */
export function ImportWizard<Row extends Lined, Missing, Result>(props: Props<Row, Missing, Result>) {
  const { preview, write } = props
  const [sheet, setSheet] = useState<SheetPreview<Row, Missing>>()
  const [result, setResult] = useState<Result>()
  const disk = useFile(megabytes, '请删去图片和多余的工作表，或拆成几个文件。')
  const step = result ? 2 : sheet ? 1 : 0

  useUnloadWarning(step === 1)

  async function understand(file: ChosenFile) {
    disk.clear()
    setSheet(await preview.run(file))
  }

  async function read(file: File) {
    const chosen = await disk.read(file)
    if (chosen) await understand(chosen)
  }

  function again() {
    setSheet(undefined)
    setResult(undefined)
    write.clear()
  }

  return (
    <div className='sheet'>
      <ImportSteps current={step} check='逐行核对' />
      {result && props.result(result, again)}
      {!result && !sheet && (
        <>
          <TroubleNote trouble={disk.trouble ?? preview.trouble}>
            {typeof preview.trouble?.detail?.reason === 'string' && <div>{preview.trouble.detail.reason}</div>}
          </TroubleNote>
          <ChooseFile
            megabytes={megabytes}
            hint={props.hint}
            more={props.more}
            isReading={preview.isRunning}
            onFile={read}
            onTooLarge={disk.tooLarge}
          />
          {!preview.isRunning && props.otherWay?.(understand)}
        </>
      )}
      {!result && sheet && (
        <CheckSheet
          preview={sheet}
          columns={props.columns}
          startRow={props.startRow}
          missing={props.missing(sheet.missing)}
          alsoDone={props.alsoDone}
          isWriting={write.isRunning}
          onAgain={again}
          onImport={async (rows) => setResult(await write.run(rows))}
          trouble={(describePath) => (
            <TroubleNote trouble={write.trouble} describePath={describePath}>
              {write.trouble && props.explain?.(write.trouble)}
            </TroubleNote>
          )}
        />
      )}
    </div>
  )
}
