import * as v from 'valibot'

const doubled = v.object({ staffNumbers: v.array(v.string()) })

/** The staff numbers that stand in a sheet more than once, as the refusal names them. */
export function DoubledNumbers({ detail }: { detail?: Record<string, unknown> }) {
  const read = v.safeParse(doubled, detail)
  return read.success ? <div>重复的工号：{read.output.staffNumbers.join('、')}</div> : null
}
