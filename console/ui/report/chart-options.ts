import type { EChartsCoreOption } from 'echarts/core'
import { theme } from '../../theme'

const ink = '#1F2A2A'
const quiet = '#54605F'
const line = '#E3E9E8'
const good = '#0F766E'
const bad = '#C2700A'
const calm = '#6B8F9C'

/** Stripes: who cannot tell the colours apart tells these. */
const stripes = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4, color: '#FFFFFF99' }

// named, not inherited: widths are measured apart from the page
const text = { color: ink, fontSize: 12, fontFamily: theme.token?.fontFamily ?? 'sans-serif' }
const axisText = { ...text, color: quiet }
const grid = { left: 8, right: 56, top: 34, bottom: 4, containLabel: true }
const legend = { top: 0, left: 0, itemWidth: 18, itemHeight: 12, textStyle: text }
const tooltip = { trigger: 'axis', axisPointer: { type: 'shadow' }, textStyle: text, confine: true }
const splitLine = { lineStyle: { color: line } }
const shorten = (name: string) => (name.length > 18 ? `${name.slice(0, 17)}…` : name)

/** One bar for each name, from above, with its number at its end. */
export function countBars(
  bars: readonly { name: string; value: number }[],
  what: string,
  show: (value: number) => string,
): EChartsCoreOption {
  return {
    grid: { ...grid, top: 4, right: 84 },
    tooltip: { ...tooltip, valueFormatter: (value: unknown) => show(Number(value)) },
    xAxis: { type: 'value', minInterval: 1, axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: { ...axisText, color: ink, formatter: shorten },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
    },
    series: [
      {
        name: what,
        type: 'bar',
        barMaxWidth: 18,
        data: bars.map(({ value }) => value),
        itemStyle: { color: calm, borderRadius: [0, 3, 3, 0] },
        label: { show: true, position: 'right', ...text, formatter: ({ value }: { value: number }) => show(value) },
      },
    ],
  }
}

/** Shares of what is good and what is not, each a bar of 100 %; what is not is striped. `names` in that order: 按时, 超时. */
export function shareBars(
  bars: readonly { name: string; good: number; bad: number }[],
  names: readonly [good: string, bad: string],
): EChartsCoreOption {
  const part = (value: number, all: number) => (all === 0 ? 0 : Math.round((value / all) * 1000) / 10)
  const bar = (of: 'good' | 'bad') =>
    bars.map((counts) => {
      const value = part(counts[of], counts.good + counts.bad)
      // a number that does not fit into its bar stands in the table
      return { value, label: { show: value >= 15 } }
    })
  const label = { ...text, position: 'inside', formatter: '{c}%' }
  return {
    grid: { ...grid, right: 16 },
    legend,
    tooltip: { ...tooltip, valueFormatter: (value: unknown) => `${value}%` },
    xAxis: { type: 'value', max: 100, axisLabel: { ...axisText, formatter: '{value}%' }, splitLine },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: { ...axisText, color: ink },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
    },
    series: [
      {
        name: names[0],
        type: 'bar',
        stack: 'all',
        barMaxWidth: 26,
        itemStyle: { color: good },
        label: { ...label, color: '#FFFFFF' },
        data: bar('good'),
      },
      {
        name: names[1],
        type: 'bar',
        stack: 'all',
        barMaxWidth: 26,
        itemStyle: { color: bad, decal: stripes },
        label: { ...label, backgroundColor: '#FFFFFF', padding: [1, 4], borderRadius: 3 },
        data: bar('bad'),
      },
    ],
  }
}

/** Over time: one count as bars, another as a line with points. `names` in that order: 新增, 完成. */
export function barsAndLine(
  spans: readonly { name: string; bar: number; line: number }[],
  names: readonly [bar: string, line: string],
): EChartsCoreOption {
  return {
    grid: { ...grid, right: 12 },
    legend,
    tooltip,
    xAxis: {
      type: 'category',
      data: spans.map(({ name }) => name),
      axisLabel: { ...axisText, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: line } },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: axisText, splitLine },
    series: [
      {
        name: names[0],
        type: 'bar',
        barMaxWidth: 22,
        itemStyle: { color: '#A9C3CB', borderRadius: [3, 3, 0, 0] },
        data: spans.map(({ bar }) => bar),
      },
      {
        name: names[1],
        type: 'line',
        symbol: 'circle',
        symbolSize: spans.length > 45 ? 4 : 7,
        showSymbol: true,
        lineStyle: { color: good, width: 2 },
        itemStyle: { color: good },
        data: spans.map((span) => span.line),
      },
    ],
  }
}
