/** What a code points to: a room's door, a sign-in on another screen, or nothing of ours. */
export type Entry = { kind: 'door'; token: string } | { kind: 'signIn'; code: string } | { kind: 'foreign' }

const foreign: Entry = { kind: 'foreign' }
const tokenForm = /^[A-Za-z0-9_-]{7,22}$/
/** Printed below the code for typing in; without 0 O 1 I L U V, which are mistaken for each other. */
const humanForm = /^[2-9A-HJ-KM-NP-TW-Z]{6}$/
const signInForm = /^[A-Za-z0-9_-]{22}$/

/** The path of a link of ours, with its leading slash; undefined for any other address. */
function ownPath(text: string, linkBase: string): string | undefined {
  const [, host, path] = /^https?:\/\/([^/?#]+)(.*)$/i.exec(text) ?? []
  const [, ownHost] = /^https?:\/\/([^/?#]+)/i.exec(linkBase) ?? []
  return host && ownHost && host.toLowerCase() === ownHost.toLowerCase() ? path : undefined
}

function readPath(path: string): Entry {
  const [, door] = /^\/r\/([^/?#]+)\/?(?:[?#].*)?$/.exec(path) ?? []
  if (door !== undefined) return readToken(door)
  const [, code] = /^\/s\/([^/?#]+)\/?(?:[?#].*)?$/.exec(path) ?? []
  return code !== undefined && signInForm.test(code) ? { kind: 'signIn', code } : foreign
}

function readToken(text: string): Entry {
  const human = text.toUpperCase()
  if (humanForm.test(human)) return { kind: 'door', token: human }
  return tokenForm.test(text) ? { kind: 'door', token: text } : foreign
}

/** Decodes once, as `q`, `scene` and `qrCode` arrive; a text that is not percent-encoded stays as it is. */
function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * Reads any text that reaches the app from outside: a scanned code, WeChat's `q` or `scene`, Alipay's `qrCode`, a
 * mini-program path with `?scene=`, or what a person typed from the label. Ours are `<linkBase>/r/<token>`,
 * `<linkBase>/s/<code>` (a sign-in to confirm), a bare token and a six-character human code; a scanned text is never
 * opened as an address.
 */
export function readEntry(text: string, linkBase: string): Entry {
  const decoded = decodeOnce(text.trim()).trim()
  const [, scene] = /^[^:]*\?(?:.*&)?scene=([^&#]*)/.exec(decoded) ?? []
  const meant = scene === undefined ? decoded : decodeOnce(scene)
  const path = ownPath(meant, linkBase)
  return path === undefined ? readToken(meant.replace(/\s+/g, '')) : readPath(path)
}
