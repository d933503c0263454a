import { hashOf, newHumanCode } from '../secrets'

/** A new invitation code as people read it, `K7MP-3XQA`: eight characters, 5·10¹¹ possibilities. */
export function newInvitationCode(): string {
  const code = newHumanCode(8)
  return `${code.slice(0, 4)}-${code.slice(4)}`
}

/** What the database keeps of a code, however it was typed: any case, with or without dash and spaces, full-width. */
export function invitationHash(code: string): Buffer {
  return hashOf(
    code
      .normalize('NFKC')
      .replace(/[^0-9A-Za-z]/g, '')
      .toUpperCase(),
  )
}
