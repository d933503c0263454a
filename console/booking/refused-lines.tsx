import * as v from 'valibot'

const named = v.object({ lines: v.array(v.number()), problem: v.optional(v.string()) })

/** The lines of a sheet that a refused import names, and what is wrong with them. */
export function RefusedLines({ detail }: { detail?: Record<string, unknown> }) {
  const read = v.safeParse(named, detail)
  if (!read.success) return null
  const { lines, problem } = read.output
  return (
    <div>
      第 {lines.join('、')} 行{problem && `：${problem}`}
    </div>
  )
}
