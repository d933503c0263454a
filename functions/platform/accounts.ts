import type { Accounts } from '../cloud'
import type { PlatformSecrets } from './settings'

/** The accounts a Node host can ask about: those it has secrets for. */
export function nodeAccounts(_secrets: PlatformSecrets): Accounts {
  return { alipaySubject: async () => undefined, verifiedPhone: async () => undefined }
}
