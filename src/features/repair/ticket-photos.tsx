import { View } from '@tarojs/components'
import { mostPhotos, type Ticket } from '../../../contract/repair'
import { removePhoto } from '../../../contract/repair-requester'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { lookAtPhotos } from '../../platform/photo-preview'
import { choosePhotos } from '../../platform/photos'
import { Card } from '../../ui/card'
import { PhotoGrid } from '../../ui/photo-grid'
import { PhotoProgress } from '../../ui/photo-progress'
import { say, sure } from '../../ui/say'
import { usePhotos } from '../../use-photos'
import { fetchPhoto, ticketPhotos } from './photos'
import { removePhotoSentences } from './sentences'
import { isMine } from './ticket-words'
import './ticket-photos.scss'

interface TicketPhotosProps {
  ticket: Ticket
  onChanged: () => Promise<unknown>
}

type Stage = Ticket['photos'][number]['stage']

/** The photos of a ticket: what was reported, what was done; whoever reported it adds and takes back their own. */
export function TicketPhotos({ ticket, onChanged }: TicketPhotosProps) {
  const { ticketId, mayAddPhotos } = ticket
  const { photos, again } = usePhotos(
    ticket.photos.map(({ photoId }) => photoId),
    fetchPhoto,
  )
  const of = (stage: Stage) => {
    const ids = ticket.photos.filter((photo) => photo.stage === stage).map(({ photoId }) => photoId)
    return photos.filter(({ key }) => ids.includes(key))
  }
  const look = (key: string) => {
    const there = photos.filter(({ address }) => address !== undefined)
    const at = there.findIndex((photo) => photo.key === key)
    if (at < 0) return again(key)
    return lookAtPhotos(
      there.map(({ address = '' }) => address),
      at,
    )
  }
  const ofThisCycle = ticket.photos.filter(({ stage, cycle }) => stage === 'report' && cycle === ticket.cycle).length
  const [reported, finished] = [of('report'), of('finish')]
  const mayChange = mayAddPhotos && isMine(ticket)
  const add = async () => {
    // Directly in the tap: browsers open no camera later.
    const chosen = await choosePhotos(mostPhotos - ofThisCycle)
    await ticketPhotos.send(
      ticketId,
      chosen.map((address) => ({ address, stage: 'report' })),
    )
  }
  const remove = async (photoId: string) => {
    if (!(await sure('删除后不能恢复。确定删除这张照片吗？', '删除'))) return
    try {
      const answer = await call(removePhoto, { photoId })
      if ('refusal' in answer) say(removePhotoSentences[answer.refusal])
      await onChanged()
    } catch (thrown) {
      say(sentenceOf(thrown))
    }
  }
  return (
    <View className='ticket-photos'>
      <PhotoProgress photos={ticketPhotos} recordId={ticketId} onSent={onChanged} />
      {reported.length > 0 || mayChange ? (
        <Card title='照片'>
          <PhotoGrid
            photos={reported}
            onLook={look}
            onRemove={mayChange ? remove : undefined}
            onAdd={mayChange && ofThisCycle < mostPhotos ? add : undefined}
          />
        </Card>
      ) : null}
      {finished.length > 0 ? (
        <Card title='完工照片'>
          <PhotoGrid photos={finished} onLook={look} />
        </Card>
      ) : null}
    </View>
  )
}
