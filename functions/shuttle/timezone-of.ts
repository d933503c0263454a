/** The zone people of an institution live in; a zone of whole hours has a name without a place where it is not China's. */
export function timezoneOf(zone: string): string {
  if (zone === '+08:00') return 'Asia/Shanghai'
  const hours = Number(zone.slice(0, 3))
  // the names have the sign the other way round (IANA, file etcetera)
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}
