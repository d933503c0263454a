interface Photo {
  blob: Blob
  /** Where this page shows it from. */
  shownAt: string
}

/**
 * Photos chosen in this browser: at hand while the page lives, and in its database for a draft that is taken up later.
 * The address under which one was first shown stays its name; a later page shows it from another one.
 */
const atHand = new Map<string, Photo>()
const storeName = 'chosen'

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('guanjia-photos', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(storeName)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Does something with what is stored; undefined where the browser stores nothing, as in private windows. */
async function withStore<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>) {
  try {
    const opened = await database()
    try {
      return await new Promise<T>((resolve, reject) => {
        const request = use(opened.transaction(storeName, mode).objectStore(storeName))
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    } finally {
      opened.close()
    }
  } catch {
    return undefined
  }
}

/** Keeps a photo; its address. */
export async function addBlob(blob: Blob): Promise<string> {
  const address = URL.createObjectURL(blob)
  atHand.set(address, { blob, shownAt: address })
  await withStore<IDBValidKey>('readwrite', (store) => store.put(blob, address))
  return address
}

/** The photo behind an address of this page or, as long as it is stored, of an earlier one. */
export async function photoAt(address: string): Promise<Photo | undefined> {
  const known = atHand.get(address)
  if (known) return known
  const blob = await withStore<Blob | undefined>('readonly', (store) => store.get(address))
  // asked for twice at once, it is still taken up once
  if (!blob || atHand.has(address)) return atHand.get(address)
  const photo = { blob, shownAt: URL.createObjectURL(blob) }
  atHand.set(address, photo)
  return photo
}

/** Removes photos; without addresses all of them. */
export function removeBlobs(addresses?: readonly string[]): void {
  for (const address of addresses ?? Array.from(atHand.keys())) {
    URL.revokeObjectURL(atHand.get(address)?.shownAt ?? '')
    atHand.delete(address)
    if (addresses) withStore('readwrite', (store) => store.delete(address))
  }
  if (!addresses) withStore('readwrite', (store) => store.clear())
}
