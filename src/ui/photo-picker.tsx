import { lookAtPhotos } from '../platform/photo-preview'
import { choosePhotos, forgetPhotos } from '../platform/photos'
import { PhotoGrid } from './photo-grid'

interface PhotoPickerProps {
  /** Addresses on this phone of what has been chosen so far. */
  addresses: readonly string[]
  onChange: (addresses: string[]) => void
  /** How many may be chosen; fewer when the cloud has some already. */
  most: number
}

/** Photos to send with something: taken or picked, looked at, taken out again. */
export function PhotoPicker({ addresses, onChange, most }: PhotoPickerProps) {
  const add = async () => {
    // Directly in the tap: browsers open no camera later.
    const chosen = await choosePhotos(most - addresses.length)
    if (chosen.length > 0) onChange([...addresses, ...chosen].slice(0, most))
  }
  const remove = (address: string) => {
    forgetPhotos([address])
    onChange(addresses.filter((other) => other !== address))
  }
  return (
    <PhotoGrid
      photos={addresses.map((address) => ({ key: address, address }))}
      onLook={(address) => lookAtPhotos(addresses, addresses.indexOf(address))}
      onRemove={remove}
      onAdd={addresses.length < most ? add : undefined}
      addLabel={addresses.length === 0 ? '拍照或选照片' : `再加一张 ${addresses.length}/${most}`}
    />
  )
}
