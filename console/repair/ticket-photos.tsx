import { Image, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import type { Ticket } from '../../contract/repair'
import { getPhoto } from '../../contract/repair-requester'
import { addressOfFile } from '../ui/files'
import { Section } from '../ui/section'
import { useAsk } from '../ui/use-ask'
import { AddPhotos } from './add-photos'
import { photoSentences } from './sentences'

const stageNames = { report: '报修时', finish: '完工时' } as const

/** The photos of a ticket: those of the report, those of the finished work; more are added here. */
export function TicketPhotos({ ticket, onChanged }: { ticket: Ticket; onChanged: () => void }) {
  if (ticket.photos.length === 0 && !ticket.mayAddPhotos) return null
  return (
    <section aria-label='照片'>
      <Section>照片</Section>
      <Image.PreviewGroup>
        <div className='photos'>
          {ticket.photos.map(({ photoId, stage, cycle }, i) => (
            <figure key={photoId}>
              <Photo photoId={photoId} alt={`${stageNames[stage]}的照片 ${i + 1}`} />
              <figcaption>
                {stageNames[stage]}
                {ticket.cycle > 1 && `（第 ${cycle} 轮）`}
              </figcaption>
            </figure>
          ))}
        </div>
      </Image.PreviewGroup>
      {ticket.mayAddPhotos && <AddPhotos ticketId={ticket.ticketId} onChanged={onChanged} />}
    </section>
  )
}

/** One private photo: asked for with the session, shown from an address inside this page. */
function Photo({ photoId, alt }: { photoId: string; alt: string }) {
  const { value, trouble } = useAsk(getPhoto, { photoId }, photoSentences)
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!value) return
    const made = addressOfFile({ fileName: 'photo.webp', content: value.content })
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [value])
  if (trouble) return <span className='photo-trouble'>{trouble.sentence}</span>
  if (!address) return <Skeleton.Image active style={{ width: 96, height: 96 }} />
  return <Image src={address} alt={alt} width={96} height={96} style={{ objectFit: 'cover', borderRadius: 6 }} />
}
