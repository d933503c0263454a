/** A phone as it is compared: half-width, without spaces, dashes or China's prefix; empty stays empty. */
export function plainPhone(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/[\s().-]|[\u2010-\u2015]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
}

/** 138****0012; a short number keeps its last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  return phone === '' ? '' : `****${phone.slice(-2)}`
}
