import { newSecret } from './secrets'

/** A new secret that names its institution, `<institution in base 36>.<random>`: sessions, links and calendars. */
export function newOrgToken(orgId: number): string {
  return `${orgId.toString(36)}.${newSecret()}`
}

/** The institution a token names; tokens are `<institution in base 36>.<random>`. */
export function orgOfToken(token: string): number | undefined {
  const match = /^([0-9a-z]{1,6})\.[A-Za-z0-9_-]{16,64}$/.exec(token)
  return match?.[1] === undefined ? undefined : Number.parseInt(match[1], 36)
}
