/** The secret a waiting page keeps, and the code it shows: the hash tells nobody the secret. */
export interface ScanSecret {
  secret: string
  code: string
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Whether this page may hash at all: browsers allow it on https and on this very machine only. */
export const canScan = (): boolean => window.isSecureContext && crypto.subtle !== undefined

/** A new secret of 32 random bytes with its code: base64url of its SHA-256, the first 22 characters. */
export async function newScanSecret(): Promise<ScanSecret> {
  const secret = base64url(crypto.getRandomValues(new Uint8Array(32)))
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return { secret, code: base64url(new Uint8Array(hash)).slice(0, 22) }
}
