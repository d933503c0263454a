import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesIn } from './read-package'

/** A compiled package's folder, as the checks look at it. File names are from the folder, with slashes. */
export interface DistFolder {
  path: string
  files: string[]
  has(file: string): boolean
  ending(extension: string): string[]
  text(file: string): string
  json<T = Record<string, unknown>>(file: string): T
  /** In bytes. */
  size(file: string): number
}

export function distFolder(path: string): DistFolder {
  const files = filesIn(path)
  const known = new Set(files)
  const text = (file: string): string => readFileSync(join(path, file), 'utf8')
  return {
    path,
    files,
    has: (file) => known.has(file),
    ending: (extension) => files.filter((file) => file.endsWith(extension)),
    text,
    json: (file) => JSON.parse(text(file)),
    size: (file) => statSync(join(path, file)).size,
  }
}
