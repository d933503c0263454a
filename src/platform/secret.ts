/** A secret of 256 bits in base64url, 43 characters. Browsers only. */
export function randomToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)))
}

/** Whether this page may hash: browsers allow it over https and on localhost only. */
export const canHash = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined

/** The code a page shows for a secret it keeps: SHA-256 in base64url, first 22 characters. */
export async function codeOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return base64url(new Uint8Array(digest)).slice(0, 22)
}

function base64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
