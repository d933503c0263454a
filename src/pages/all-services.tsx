import { servicesFor } from '../service-tiles'
import { useMe } from '../session'
import { Card } from '../ui/card'
import { Page } from '../ui/page'
import { Row } from '../ui/row'

/** 服务: everything the app can do today. */
export default function Services() {
  const me = useMe()
  return (
    <Page>
      <Card isFlush>
        {servicesFor(me?.duties).map(({ icon, title, note, onTap }) => (
          <Row key={title} icon={icon} title={title} note={note} onTap={onTap} />
        ))}
      </Card>
    </Page>
  )
}
