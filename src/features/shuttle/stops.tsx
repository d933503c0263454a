import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { Page } from '../../ui/page'
import { SignInFirst } from './sign-in-first-card'
import { StopSearch } from './stop-search'
import { keepStop } from './use-departures'

/** 站点: found by name or pinyin; a tap shows what leaves there, the star keeps it. */
export default function Stops() {
  const me = useMe()
  if (!me) return <SignInFirst />
  return (
    <Page>
      <StopSearch onStop={({ stopId }) => goTo('departures', { stopId }, 'replace')} onStar={keepStop} />
    </Page>
  )
}
