const two = (n: number) => String(n).padStart(2, '0')

// Dates and times among the formats every workbook knows by number (ECMA-376, 18.8.30; 27–36 and 50–58 are East Asian).
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** How numbers of a style are shown: as a date, with zeros before them, or as they are. */
export interface NumberFormat {
  isDate: boolean
  /** Digits that a format such as 0000 always shows. */
  digits: number
}

/** What a number format makes of numbers. `code` is absent for the built-in ones. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  if (code === undefined) return { isDate: isBuiltInDate(id), digits: 0 }
  const section = code.split(';')[0] ?? ''
  const bare = section.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '')
  return { isDate: /[ymdhs]/i.test(bare) && !/general/i.test(bare), digits: /^0{2,}$/.test(bare) ? bare.length : 0 }
}

/** A serial number of days as one writes it; a mere time has no day. `is1904` counts from 1904 as old Macs did. */
function dateText(serial: number, is1904: boolean): string {
  const days = Math.floor(serial)
  const minutes = Math.round((serial - days) * 1440)
  const clock = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`
  if (days === 0) return clock
  // Excel believes that 1900 had a 29 February: before it, days count one less
  const sinceEpoch = days + (is1904 ? 1462 : days < 60 ? 1 : 0) - 25_569 + (minutes === 1440 ? 1 : 0)
  const at = new Date(sinceEpoch * 86_400_000)
  if (Number.isNaN(at.getTime()) || serial < 0) return String(serial)
  const day = at.toISOString().slice(0, 10)
  return clock === '00:00' ? day : `${day} ${clock}`
}

/** A number as it was typed: at most the 15 digits that Excel keeps, or the date or the zeros that its format shows. */
export function numberText(written: string, format: NumberFormat | undefined, is1904: boolean): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return ''
  if (format?.isDate) return dateText(value, is1904)
  const text =
    Math.abs(value) < 1e21 && Math.abs(value) >= 1e15
      ? BigInt(Math.round(value)).toString()
      : String(Number(value.toPrecision(15)))
  return /^\d+$/.test(text) ? text.padStart(format?.digits ?? 0, '0') : text
}
