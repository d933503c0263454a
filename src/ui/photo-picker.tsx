import { useEffect, useState } from 'react'
import { lookAtPhotos } from '../platform/photo-preview'
import { choosePhotos, forgetPhotos, shownAt } from '../platform/photos'
import { PhotoGrid } from './photo-grid'

interface PhotoPickerProps {
  /** Addresses on this phone of what has been chosen so far. */
  addresses: readonly string[]
  onChange: (addresses: string[]) => void
  /** How many may be chosen; fewer when the cloud has some already. */
  most: number
}

/** Where the phone shows each of the chosen photos from, as far as it is known yet. */
function useShown(addresses: readonly string[]): Partial<Record<string, string>> {
  const [shown, setShown] = useState<Partial<Record<string, string>>>({})
  const joined = addresses.join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other photos have to be found
  useEffect(() => {
    for (const address of addresses) {
      if (shown[address] !== undefined) continue
      shownAt(address).then((place) => setShown((known) => ({ ...known, [address]: place })))
    }
  }, [joined])
  return shown
}

/** Photos to send with something: taken or picked, looked at, taken out again. */
export function PhotoPicker({ addresses, onChange, most }: PhotoPickerProps) {
  const shown = useShown(addresses)
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
      photos={addresses.map((address) => ({ key: address, address: shown[address] }))}
      onLook={(key) => {
        const there = addresses.filter((address) => shown[address] !== undefined)
        lookAtPhotos(
          there.map((address) => shown[address] ?? ''),
          there.indexOf(key),
        )
      }}
      onRemove={remove}
      onAdd={addresses.length < most ? add : undefined}
      addLabel={addresses.length === 0 ? '拍照或选照片' : `再加一张 ${addresses.length}/${most}`}
    />
  )
}
