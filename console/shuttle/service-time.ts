const two = (n: number) => String(n).padStart(2, '0')

/** The longest a service day lasts in a timetable (seconds). */
const longest = 72 * 3600

/** Seconds of a service day as people read them: 07:40, after midnight 次日 01:10; seconds only where there are some. */
export function serviceClock(seconds: number): string {
  const days = Math.floor(seconds / 86_400)
  const rest = seconds % 60
  const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}${rest ? `:${two(rest)}` : ''}`
  return days === 0 ? clock : days === 1 ? `次日 ${clock}` : `第三日 ${clock}`
}

/** The same as it stands in narrow cells and in what is copied: 07:40, 25:10. */
export function tableClock(seconds: number): string {
  const rest = seconds % 60
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}${rest ? `:${two(rest)}` : ''}`
}

const half: Record<string, string> = { '：': ':', '．': '.', '＋': '+' }

/**
 * A time as it is typed or pasted, in seconds of the service day: 740, 0740, 7:40, 7：40, 7点40, 25:10, 次日0:10, +1 0:10.
 * `+5` is five minutes after `before`, the time at the stop before. Undefined for anything else.
 */
export function readServiceTime(text: string, before?: number): number | undefined {
  const plain = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[：．＋]/g, (char) => half[char] ?? char)
    .trim()
  const later = /^\+(\d{1,3})$/.exec(plain)
  if (later) return before === undefined ? undefined : within(before + Number(later[1]) * 60)
  const found = /^(次日|第二天|翌日|\+1\s)?\s*(.+)$/.exec(plain)
  const isNextDay = Boolean(found?.[1])
  const said = found?.[2] ?? ''
  const parts = /^(\d{1,2})\s*[:.时点]\s*(\d{1,2})?\s*分?(?::(\d{2}))?$/.exec(said) ?? /^(\d{1,2})(\d{2})$/.exec(said)
  if (!parts) return undefined
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2] ?? 0), Number(parts[3] ?? 0)]
  if (minutes > 59 || seconds > 59) return undefined
  return within((hours + (isNextDay ? 24 : 0)) * 3600 + minutes * 60 + seconds)
}

const within = (seconds: number) => (seconds >= 0 && seconds <= longest ? seconds : undefined)
