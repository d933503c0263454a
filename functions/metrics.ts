import type { Cloud } from './cloud'

interface Series {
  calls: number
  seconds: number
}
const series = new Map<string, Series>()

/** Counts one answered call. `seconds` is how long it took. */
export function countCall(procedure: string, outcome: 'value' | 'refusal' | 'fault', seconds: number): void {
  const key = `procedure="${procedure}",outcome="${outcome}"`
  const known = series.get(key)
  if (known) {
    known.calls++
    known.seconds += seconds
  } else {
    series.set(key, { calls: 1, seconds })
  }
}

/** Prometheus text: calls and their durations, the pool, and what waits in the outbox. */
export async function metricsText(cloud: Cloud): Promise<string> {
  const { rows } = await cloud.pool.query<{ waiting: number }>(
    'SELECT count(*) AS waiting FROM outbox WHERE next_due_at IS NOT NULL',
  )
  const lines = [
    '# TYPE guanjia_calls_total counter',
    ...[...series].map(([labels, s]) => `guanjia_calls_total{${labels}} ${s.calls}`),
    '# TYPE guanjia_call_seconds_total counter',
    ...[...series].map(([labels, s]) => `guanjia_call_seconds_total{${labels}} ${s.seconds.toFixed(6)}`),
    '# TYPE guanjia_pool_connections gauge',
    `guanjia_pool_connections{state="open"} ${cloud.pool.totalCount}`,
    `guanjia_pool_connections{state="idle"} ${cloud.pool.idleCount}`,
    `guanjia_pool_connections{state="waiting"} ${cloud.pool.waitingCount}`,
    '# TYPE guanjia_outbox_waiting gauge',
    `guanjia_outbox_waiting ${rows[0]?.waiting ?? 0}`,
  ]
  return `${lines.join('\n')}\n`
}
