import type { EChartsCoreOption } from 'echarts/core'
import type { ReactNode } from 'react'
import { Chart } from './chart'
import './report.css'

interface Props {
  title: string
  /** How the figures are counted, in a sentence. */
  note?: ReactNode
  /** Absent when there is nothing to draw. */
  chart?: { label: string; height: number; option: EChartsCoreOption }
  /** The table has many columns: it gets more room than the picture. */
  isWide?: boolean
  /** What stands instead of chart and table when there is nothing. */
  empty?: string
  /** The table with the same figures. */
  children: ReactNode
}

/** A part of the report: what it counts, the picture, and the same numbers as a table. */
export function ReportSection({ title, note, chart, isWide, empty, children }: Props) {
  return (
    <section className='sheet report-section' aria-label={title}>
      <h2>{title}</h2>
      {note && <p className='quiet'>{note}</p>}
      {empty ? (
        <p className='quiet'>{empty}</p>
      ) : (
        <div className={chart ? `report-pair${isWide ? ' report-wide' : ''}` : undefined}>
          {chart && <Chart {...chart} />}
          <div>{children}</div>
        </div>
      )}
    </section>
  )
}
