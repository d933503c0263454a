import { lookAtPhotos } from '../../platform/photo-preview'
import { PhotoGrid } from '../../ui/photo-grid'
import { usePhotos } from '../../use-photos'
import { fetchPhoto } from './photos'

/** Photos of a rating, fetched one after another; a tap opens one large, or tries it again. */
export function RatingPhotos({ photoIds }: { photoIds: readonly string[] }) {
  const { photos, again } = usePhotos(photoIds, fetchPhoto)
  const look = (key: string) => {
    const there = photos.filter(({ address }) => address !== undefined)
    const at = there.findIndex((photo) => photo.key === key)
    if (at < 0) return again(key)
    return lookAtPhotos(
      there.map(({ address = '' }) => address),
      at,
    )
  }
  return <PhotoGrid photos={photos} onLook={look} />
}
