import { goTo, hereUrl } from './go-to'
import { routes, urlOf } from './routes'

const signInPages = ['signIn', 'bind'] as const
let isOpening = false

/** Opens the sign-in page, with the way back to the page that is open now; several calls at once open it once. */
export function askToSignIn(): void {
  const here = hereUrl()
  if (isOpening || signInPages.some((name) => here.startsWith(`/${routes[name].path}`))) return
  isOpening = true
  goTo('signIn', here === urlOf('home') ? {} : { back: here }).finally(() => {
    isOpening = false
  })
}
