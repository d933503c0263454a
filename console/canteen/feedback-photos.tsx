import { Image, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { getRatingPhoto } from '../../contract/canteen-ratings'
import { addressOfFile } from '../ui/files'
import { useAsk } from '../ui/use-ask'
import { ratingPhotoSentences } from './feedback-sentences'

/** One private photo: asked for with the session, shown from an address inside this page. */
function Photo({ photoId, alt }: { photoId: string; alt: string }) {
  const { value, trouble } = useAsk(getRatingPhoto, { photoId }, ratingPhotoSentences)
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!value) return
    const made = addressOfFile({ fileName: 'photo.webp', content: value.content })
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [value])
  if (trouble) return <span className='quiet'>{trouble.sentence}</span>
  if (!address) return <Skeleton.Image active style={{ width: 96, height: 96 }} />
  return <Image src={address} alt={alt} width={96} height={96} style={{ objectFit: 'cover', borderRadius: 6 }} />
}

/** The photos of a rating; one opens large. */
export function FeedbackPhotos({ photoIds }: { photoIds: readonly string[] }) {
  if (photoIds.length === 0) return null
  return (
    <Image.PreviewGroup>
      <div className='rating-photos'>
        {photoIds.map((photoId, i) => (
          <Photo key={photoId} photoId={photoId} alt={`评价的照片 ${i + 1}`} />
        ))}
      </div>
    </Image.PreviewGroup>
  )
}
