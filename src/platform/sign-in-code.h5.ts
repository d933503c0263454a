import { canHash, codeOf, randomToken } from './secret'
import type * as promised from './sign-in-code'

export const newSignInCode: typeof promised.newSignInCode = async () => {
  if (!canHash()) return undefined
  const secret = randomToken()
  const [code, { renderSVG }] = await Promise.all([codeOf(secret), import('uqr')])
  const svg = renderSVG(`${location.origin}/s/${code}`, { border: 2 })
  return { secret, picture: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}` }
}
