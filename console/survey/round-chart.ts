import type { CustomSeriesRenderItem } from 'echarts'
import { CustomChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import type { ValueOf } from '../../contract/procedure'
import type { compareRounds } from '../../contract/survey-results'
import { theme } from '../theme'

use([CustomChart])

type Rounds = ValueOf<typeof compareRounds>
type Question = Rounds['questions'][number]

const text = { color: '#54605F', fontSize: 12, fontFamily: theme.token?.fontFamily ?? 'sans-serif' }
const brand = '#0F766E'

/** A vertical whisker with caps: its data are [place, low, high]. */
const whisker: CustomSeriesRenderItem = (_, api) => {
  const place = api.value(0)
  const [x = 0, top = 0] = api.coord([place, api.value(2)])
  const [, bottom = 0] = api.coord([place, api.value(1)])
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line' as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke: brand, lineWidth: 1.5 },
  })
  return {
    type: 'group',
    children: [line(x, top, x, bottom), line(x - 5, top, x + 5, top), line(x - 5, bottom, x + 5, bottom)],
  }
}

/** The stretches of a question between changes of its wording: what one line may join. */
export function stretchesOf(points: Question['points']): { from: number; until: number }[] {
  const stretches: { from: number; until: number }[] = []
  points.forEach(({ isNewWording }, at) => {
    const last = stretches[stretches.length - 1]
    if (!last || isNewWording) stretches.push({ from: at, until: at })
    else last.until = at
  })
  return stretches
}

/** One question over the rounds: means with their intervals; the line breaks where the wording changed. */
export function roundOption({ points }: Question, rounds: Rounds['rounds']): EChartsCoreOption {
  const names = rounds.map(({ closedAt }) => `${closedAt.slice(0, 4)}年${Number(closedAt.slice(5, 7))}月`)
  const means = points.map(({ surveyId, mean, interval, n }) => ({
    at: rounds.findIndex((round) => round.surveyId === surveyId),
    mean,
    interval,
    n,
  }))
  const lines = stretchesOf(points).map(({ from, until }) => ({
    name: '平均分',
    type: 'line',
    symbol: 'circle',
    symbolSize: 8,
    lineStyle: { color: brand, width: 2 },
    itemStyle: { color: brand },
    label: {
      show: true,
      position: 'top',
      distance: 14,
      ...text,
      formatter: ({ value }: { value: [number, number] }) => value[1].toFixed(2),
    },
    data: means.slice(from, until + 1).flatMap(({ at, mean }) => (mean === undefined ? [] : [[at, mean]])),
  }))
  return {
    grid: { left: 8, right: 44, top: 12, bottom: 4, containLabel: true },
    tooltip: { show: false },
    xAxis: {
      type: 'category',
      data: names,
      axisLabel: text,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: '#E3E9E8' } },
    },
    yAxis: {
      type: 'value',
      min: 1,
      max: 5,
      interval: 1,
      axisLabel: text,
      splitLine: { lineStyle: { color: '#E3E9E8' } },
    },
    series: [
      ...lines,
      {
        type: 'custom',
        renderItem: whisker,
        silent: true,
        data: means.flatMap(({ at, interval }) => (interval ? [[at, interval.low, interval.high]] : [])),
      },
    ],
  }
}
