/** A phone as it is compared: half-width, without spaces, dashes or China's prefix; empty stays empty. */
export function plainPhone(phone: string): string {
  return phone
    .normalize('NFKC')
    .replace(/[\s().-]|[\u2010-\u2015]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
}

/** 138****0012, however it was written; anything but a plain number of eleven digits keeps its last two characters. */
export function maskPhone(phone: string): string {
  const plain = plainPhone(phone)
  if (/^\d{11}$/.test(plain)) return `${plain.slice(0, 3)}****${plain.slice(7)}`
  return plain === '' ? '' : `****${plain.slice(-2)}`
}
