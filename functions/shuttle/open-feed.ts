import { createInflateRaw } from 'node:zlib'
import { crc32 } from '../documents/crc32'
import { packedBody, type ZipPart, type ZipTrouble, zipContents } from '../documents/zip-contents'
import { type Refusal, refuse } from '../keeper'

/** A file of a feed: still packed. */
export interface FeedPart extends ZipPart {
  /** Its name without the folder around it. */
  file: string
  body: Buffer
}

export interface OpenedFeed {
  /** By name. */
  parts: ReadonlyMap<string, FeedPart>
  /** The one folder everything stands in, where there is one. */
  folder: string
  /** Parts that lie in folders and are no files of the feed. */
  aside: readonly string[]
}

export type FeedRefusal = Refusal<'UNREADABLE_FILE' | 'TOO_LARGE_FEED' | 'UNSAFE_FEED'>

const megabyte = 1_000_000
/** What files may unpack to, in bytes: the two that grow with every stop of every trip, any other one, and all together. */
const mostOf = (file: string) => (file === 'stop_times.txt' || file === 'shapes.txt' ? 400 : 80) * megabyte
const mostTogether = 600 * megabyte
/** Tables of figures pack to a tenth. What packs to less than a two-hundredth is made to burst. */
const mostRatio = 200
const pieceBytes = 65_536

const reasons: Record<ZipTrouble, string> = {
  broken: '这不是完整的 zip 文件，请重新下载或重新打包后再上传。',
  encrypted: '这个 zip 设了密码，请解压后不加密码重新打包。',
  zip64: '这个 zip 是超大文件格式（zip64），请只放时刻表文件，重新打包后再上传。',
}

/** A name that leaves the archive, or means another place on another system. */
function isUnsafe(name: string): boolean {
  return /^[/\\]|^[A-Za-z]:|\\|\0/.test(name) || name.split('/').includes('..')
}

const isLitter = (name: string) => /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini)(\/|$)|(^|\/)\._/.test(name)

/** Refuses by what the table of contents declares, before anything is unpacked. Details name the part. */
function refuseByContents(contents: readonly ZipPart[]): FeedRefusal | undefined {
  const unsafe = contents.find(({ name }) => isUnsafe(name))
  if (unsafe) {
    return refuse('UNSAFE_FEED', { file: unsafe.name, reason: '这个文件的路径会跑到压缩包外面，整个压缩包都不读。' })
  }
  let together = 0
  for (const { name, packed, unpacked } of contents) {
    together += unpacked
    const most = mostOf(name.slice(name.lastIndexOf('/') + 1))
    if (unpacked > most) return refuse('TOO_LARGE_FEED', { file: name, bytes: unpacked, most })
    if (together > mostTogether) return refuse('TOO_LARGE_FEED', { file: name, bytes: together, most: mostTogether })
    if (unpacked > megabyte && unpacked > packed * mostRatio) {
      return refuse('TOO_LARGE_FEED', { file: name, bytes: unpacked, most: packed * mostRatio })
    }
  }
  return undefined
}

/** A feed's files from the zip's table of contents, none of them unpacked yet; or why they are not even looked at. */
export function openFeed(zip: Buffer): OpenedFeed | FeedRefusal {
  const contents = zipContents(zip)
  if (typeof contents === 'string') return refuse('UNREADABLE_FILE', { reason: reasons[contents] })
  const refused = refuseByContents(contents)
  if (refused) return refused
  const files = contents.filter(({ name }) => !name.endsWith('/') && !isLitter(name))
  const folders = new Set(files.map(({ name }) => name.slice(0, name.lastIndexOf('/') + 1)))
  const folder = folders.has('') || folders.size !== 1 ? '' : ([...folders][0] ?? '')
  const parts = new Map<string, FeedPart>()
  const aside: string[] = []
  for (const part of files) {
    const file = part.name.slice(folder.length)
    if (file.includes('/')) {
      aside.push(part.name)
      continue
    }
    const body = packedBody(zip, part)
    if (!body || parts.has(file)) {
      const reason = body ? `压缩包里有两个 ${file}，请只留一个。` : reasons.broken
      return refuse('UNREADABLE_FILE', { file: part.name, reason })
    }
    parts.set(file, { ...part, file, body })
  }
  if (parts.size === 0) return refuse('UNREADABLE_FILE', { reason: '压缩包里没有时刻表文件（GTFS 的 .txt 文件）。' })
  return { parts, folder, aside }
}

/** Unpacking found something else than the table of contents had declared. */
export class BrokenPart extends Error {
  constructor(readonly file: string) {
    super(`not what the table of contents declares: ${file}`)
  }
}

/**
 * The bytes of a file, piece by piece. Stops at the declared size, however much more would come, and throws BrokenPart
 * when size or checksum are not those declared.
 */
export async function* unpacked({ file, method, body, unpacked: declared, crc32: sum }: FeedPart) {
  let bytes = 0
  let check = 0
  const take = (piece: Buffer) => {
    bytes += piece.length
    if (bytes > declared) throw new BrokenPart(file)
    check = crc32(piece, check)
  }
  if (method === 0) {
    for (let at = 0; at < body.length; at += pieceBytes) {
      const piece = body.subarray(at, at + pieceBytes)
      take(piece)
      yield piece
    }
  } else {
    const inflater = createInflateRaw({ chunkSize: pieceBytes })
    inflater.end(body)
    try {
      for await (const piece of inflater) {
        take(piece as Buffer)
        yield piece as Buffer
      }
    } catch (cause) {
      if ((cause as { code?: string }).code?.startsWith('Z_')) throw new BrokenPart(file)
      throw cause
    } finally {
      inflater.destroy()
    }
  }
  if (bytes !== declared || check !== sum) throw new BrokenPart(file)
}
