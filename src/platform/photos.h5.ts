import { addBlob, photoAt, removeBlobs } from './photo-store.h5'
import type * as promised from './photos'

/** Photos are drawn anew at most this wide or high: small enough to send, and nothing of place or time is left in them. */
const mostPixels = 1600
const quality = 0.82

/** Drawn smaller as JPEG; what the browser cannot read stays as it is, and the cloud says what it thinks of it. */
async function smaller(file: Blob): Promise<Blob> {
  const source = URL.createObjectURL(file)
  try {
    const picture = new Image()
    picture.src = source
    await picture.decode()
    const { naturalWidth: width, naturalHeight: height } = picture
    const share = Math.min(1, mostPixels / Math.max(width, height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * share))
    canvas.height = Math.max(1, Math.round(height * share))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
    return drawn ?? file
  } catch {
    return file
  } finally {
    URL.revokeObjectURL(source)
  }
}

/** The browser's own choice of camera or album. It must be asked for directly in the tap. */
function askForFiles(): Promise<File[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/*'
  field.multiple = true
  field.style.display = 'none'
  document.body.append(field)
  return new Promise((resolve) => {
    const end = (files: File[]) => {
      field.remove()
      resolve(files)
    }
    field.addEventListener('change', () => end(Array.from(field.files ?? [])))
    field.addEventListener('cancel', () => end([]))
    field.click()
  })
}

export const choosePhotos: typeof promised.choosePhotos = async (most) => {
  const files = (await askForFiles()).slice(0, most)
  return Promise.all(files.map(async (file) => addBlob(await smaller(file))))
}

export const stillThere: typeof promised.stillThere = async (addresses) => {
  const found = await Promise.all(addresses.map(photoAt))
  return addresses.filter((_, at) => found[at] !== undefined)
}

export const shownAt: typeof promised.shownAt = async (address) => (await photoAt(address))?.shownAt

function base64Of(blob: Blob): Promise<string | undefined> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => resolve(undefined)
    reader.readAsDataURL(blob)
  })
}

export const readPhoto: typeof promised.readPhoto = async (address) => {
  const photo = await photoAt(address)
  return photo && base64Of(photo.blob)
}

export const placePhoto: typeof promised.placePhoto = async (_photoId, content) => `data:image/webp;base64,${content}`

export const forgetPhotos: typeof promised.forgetPhotos = removeBlobs
