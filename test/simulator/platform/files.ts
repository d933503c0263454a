import { type Asynchronous, asynchronous, type Dialect } from './asynchronous'
import type { World } from './world'

/** Photos that a test says nothing about hold a few bytes. */
export function putPhotos(world: World, paths: readonly string[]): void {
  for (const path of paths) if (!world.files.has(path)) world.files.set(path, 'bm90IGEgcGhvdG8=')
}

/** `getFileSystemManager` over `world.files`: what both platforms offer under the same names. */
export function fileSystem(world: World, dialect: Dialect): Record<string, unknown> {
  const contentOf = (path: unknown): string => {
    const content = world.files.get(String(path))
    if (content === undefined) throw new Error(`no such file or directory ${path}`)
    return content
  }
  const functions: Record<string, Asynchronous> = {
    readFile: { work: ({ filePath }) => ({ data: contentOf(filePath) }) },
    writeFile: { work: ({ filePath, data }) => void world.files.set(String(filePath), String(data)) },
    saveFile: {
      work: ({ tempFilePath, filePath }) => {
        // the temporary file is gone afterwards
        world.files.set(String(filePath), contentOf(tempFilePath))
        world.files.delete(String(tempFilePath))
        return { savedFilePath: filePath }
      },
    },
    access: { work: ({ path }) => void contentOf(path) },
    unlink: {
      work: ({ filePath }) => {
        contentOf(filePath)
        world.files.delete(String(filePath))
      },
    },
    readdir: {
      work: ({ dirPath }) => {
        const inside = [...world.files.keys()].filter((path) => path.startsWith(`${dirPath}/`))
        return { files: inside.map((path) => path.slice(`${dirPath}/`.length)) }
      },
    },
  }
  const made = Object.entries(functions).map(([name, api]) => [name, asynchronous(world, dialect, name, api)])
  const manager: Record<string, unknown> = Object.fromEntries(made)
  return { getFileSystemManager: () => manager }
}
