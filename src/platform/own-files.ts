interface Outcome {
  success?: (result: { data: string | ArrayBuffer }) => void
  fail?: () => void
}

/** What WeChat and Alipay have in common of a file manager. */
export interface FileManager {
  readFile(options: Outcome & { filePath: string; encoding: 'base64' }): void
  writeFile(options: {
    filePath: string
    data: string
    encoding: 'base64'
    success?: () => void
    fail?: () => void
  }): void
  saveFile(options: { tempFilePath: string; filePath: string; success?: () => void; fail?: () => void }): void
  readdir(options: { dirPath: string; success?: (result: { files: string[] }) => void; fail?: () => void }): void
  access(options: { path: string; success?: () => void; fail?: () => void }): void
  unlink(options: { filePath: string; fail?: () => void }): void
}

/** Names say when a file was made, so that what was left behind can be told from what is still wanted. */
const ours = /^(chosen|shown)-(\d+)-/
const dayMs = 86_400_000
const lifetimeMs: Record<string, number> = { chosen: 8 * dayMs, shown: dayMs }

const nothing = () => {}

/** Our own files in a mini-program's folder. Nothing here throws: a full phone is no reason to stop a report. */
export function ownFiles(managerOf: () => FileManager, folderOf: () => string) {
  let made = 0
  let isSwept = false

  const nameFor = (what: 'chosen' | 'shown', ending: string) => {
    made += 1
    return `${folderOf()}/${what}-${Date.now()}-${made}.${ending}`
  }
  const remove = (address: string) => managerOf().unlink({ filePath: address, fail: nothing })
  const removeWhere = (isOver: (what: string, madeAt: number) => boolean) =>
    managerOf().readdir({
      dirPath: folderOf(),
      success: ({ files }) => {
        for (const name of files) {
          const [, what = '', madeAt = ''] = ours.exec(name) ?? []
          if (what && isOver(what, Number(madeAt))) remove(`${folderOf()}/${name}`)
        }
      },
      fail: nothing,
    })
  /** Once per start: what an app that was closed in the middle has left. */
  const sweep = () => {
    if (isSwept) return
    isSwept = true
    const now = Date.now()
    removeWhere((what, madeAt) => now - madeAt > (lifetimeMs[what] ?? 0))
  }
  return {
    /** Keeps a file the platform would soon throw away; where it may not, the platform's own address. */
    keep: (tempFilePath: string) =>
      new Promise<string>((resolve) => {
        sweep()
        const ending = /\.(png|webp)$/i.exec(tempFilePath)?.[1] ?? 'jpg'
        const filePath = nameFor('chosen', ending)
        managerOf().saveFile({
          tempFilePath,
          filePath,
          success: () => resolve(filePath),
          fail: () => resolve(tempFilePath),
        })
      }),
    read: (filePath: string) =>
      new Promise<string | undefined>((resolve) =>
        managerOf().readFile({
          filePath,
          encoding: 'base64',
          success: ({ data }) => resolve(typeof data === 'string' ? data : undefined),
          fail: () => resolve(undefined),
        }),
      ),
    stillThere: async (addresses: readonly string[]) => {
      const there = await Promise.all(
        addresses.map(
          (path) =>
            new Promise<boolean>((resolve) =>
              managerOf().access({ path, success: () => resolve(true), fail: () => resolve(false) }),
            ),
        ),
      )
      return addresses.filter((_, at) => there[at])
    },
    write: (data: string) =>
      new Promise<string | undefined>((resolve) => {
        sweep()
        const filePath = nameFor('shown', 'webp')
        managerOf().writeFile({
          filePath,
          data,
          encoding: 'base64',
          success: () => resolve(filePath),
          fail: () => resolve(undefined),
        })
      }),
    forget: (addresses?: readonly string[]) => {
      if (!addresses) removeWhere(() => true)
      else for (const address of addresses) if (address.startsWith(folderOf())) remove(address)
    },
  }
}
