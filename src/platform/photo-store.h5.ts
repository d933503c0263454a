/** Photos chosen in this browser: at hand while the page lives, and in its database for a draft that is taken up later. */
const atHand = new Map<string, Blob>()
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

/** Keeps a photo; its address, for as long as this page lives. */
export async function addBlob(blob: Blob): Promise<string> {
  const address = URL.createObjectURL(blob)
  atHand.set(address, blob)
  await withStore<IDBValidKey>('readwrite', (store) => store.put(blob, address))
  return address
}

/** The photo behind an address of this page or, as long as it is stored, of an earlier one. */
export async function blobAt(address: string): Promise<Blob | undefined> {
  return atHand.get(address) ?? (await withStore<Blob | undefined>('readonly', (store) => store.get(address)))
}

/** Removes photos; without addresses all of them. */
export function removeBlobs(addresses?: readonly string[]): void {
  for (const address of addresses ?? Array.from(atHand.keys())) {
    if (atHand.delete(address)) URL.revokeObjectURL(address)
    if (addresses) withStore('readwrite', (store) => store.delete(address))
  }
  if (!addresses) withStore('readwrite', (store) => store.clear())
}

/** A photo of an earlier page under an address that this page can show; undefined when it is gone. */
export async function renewed(address: string): Promise<string | undefined> {
  if (atHand.has(address)) return address
  const blob = await blobAt(address)
  if (!blob) return undefined
  removeBlobs([address])
  return addBlob(blob)
}
