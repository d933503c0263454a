import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

interface Props {
  /** What the picture shows, for those who cannot see it; the numbers stand in the table beside it. */
  label: string
  height: number
  option: EChartsCoreOption
}

/** One chart; it follows the width it is given. */
export function Chart({ label, height, option }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>()

  useEffect(() => {
    if (!box.current) return
    const drawn = init(box.current, undefined, { renderer: 'svg', locale: 'ZH' })
    chart.current = drawn
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(box.current)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
  }, [])

  useEffect(() => chart.current?.setOption({ ...option, animation: false }, true), [option])

  return <div ref={box} role='img' aria-label={label} style={{ height }} />
}
