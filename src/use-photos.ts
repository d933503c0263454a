import { useEffect, useRef, useState } from 'react'
import { forgetPhotos, placePhoto } from './platform/photos'
import type { ShownPhoto } from './ui/photo-grid'

/** Gets one photo of the cloud in base64, or says in a few words why it does not come. Throws when it may come later. */
type FetchPhoto = (photoId: string) => Promise<{ content: string } | { note: string }>

const failed = '没有载入'

/**
 * Private photos, fetched one after another and shown from this phone; they leave it again with the page. One that did
 * not come says so, and a tap on it tries again.
 */
export function usePhotos(photoIds: readonly string[], fetchPhoto: FetchPhoto) {
  const [photos, setPhotos] = useState<Record<string, ShownPhoto>>({})
  const known = useRef(photos)
  const isGone = useRef(false)
  const isRunning = useRef(false)
  const wanted = useRef(photoIds)
  wanted.current = photoIds

  const put = (key: string, photo: Omit<ShownPhoto, 'key'>) => {
    known.current = { ...known.current, [key]: { key, ...photo } }
    setPhotos(known.current)
  }
  const fetchOne = async (photoId: string): Promise<void> => {
    try {
      const fetched = await fetchPhoto(photoId)
      const address = 'content' in fetched ? await placePhoto(photoId, fetched.content) : undefined
      if (isGone.current) forgetPhotos(address ? [address] : [])
      else if ('note' in fetched) put(photoId, fetched)
      else put(photoId, address ? { address } : { note: failed })
    } catch {
      if (!isGone.current) put(photoId, { note: failed })
    }
  }
  const fetchAll = async () => {
    if (isRunning.current) return
    isRunning.current = true
    const next = () => wanted.current.find((photoId) => known.current[photoId] === undefined)
    for (let photoId = next(); photoId && !isGone.current; photoId = next()) await fetchOne(photoId)
    isRunning.current = false
  }
  const key = photoIds.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other photos have to be fetched
  useEffect(() => {
    fetchAll()
  }, [key])
  useEffect(
    () => () => {
      isGone.current = true
      const addresses = Object.keys(known.current).map((photoId) => known.current[photoId]?.address)
      forgetPhotos(addresses.filter((address) => address !== undefined))
    },
    [],
  )
  return {
    photos: photoIds.map((photoId): ShownPhoto => photos[photoId] ?? { key: photoId }),
    again: (photoId: string) => fetchOne(photoId),
  }
}
