import { services } from '../service-tiles'
import { Card } from '../ui/card'
import { Page } from '../ui/page'
import { Row } from '../ui/row'

/** 服务: everything the app can do today. */
export default function Services() {
  return (
    <Page>
      <Card isFlush>
        {services.map(({ icon, title, note, onTap }) => (
          <Row key={title} icon={icon} title={title} note={note} onTap={onTap} />
        ))}
      </Card>
    </Page>
  )
}
