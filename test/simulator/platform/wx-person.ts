import type { Asynchronous } from './asynchronous'
import { putPhotos } from './files'
import { passPrivacyGate } from './privacy'
import type { World } from './world'

const NOT_A_TAP = 'can only be invoked by user TAP gesture.'

/** What WeChat asks the person for, or tells of them: sign-in, photos, codes, messages, the calendar. */
export function wxPerson(world: World): Record<string, Asynchronous> {
  // WeChat opens these panels only straight out of a tap: not after an await.
  const onlyInTap = (): string | undefined => (world.isInGesture ? undefined : NOT_A_TAP)
  return {
    login: {
      work: () => {
        const code = world.script.loginCode()
        if (code === 'fail') throw new Error('internal error')
        return { code }
      },
    },
    requestSubscribeMessage: {
      refuse: ({ tmplIds }) =>
        onlyInTap() ?? ((tmplIds as string[]).length > 5 ? 'Templates count out of max bounds' : undefined),
      work: ({ tmplIds }) => Object.fromEntries((tmplIds as string[]).map((id) => [id, world.script.subscribe(id)])),
    },
    addPhoneCalendar: {
      refuse: onlyInTap,
      work: async () => {
        await passPrivacyGate(world, 'addPhoneCalendar')
        if (world.script.calendar() === 'deny') throw new Error('auth deny')
      },
    },
    scanCode: {
      work: async () => {
        const code = await world.script.scan()
        if (code === 'cancel') throw new Error('cancel')
        return { scanType: code.path ? 'WX_CODE' : 'QR_CODE', charSet: 'utf-8', ...code }
      },
    },
    chooseMedia: {
      work: async () => {
        await passPrivacyGate(world, 'chooseMedia')
        return {
          type: 'image',
          tempFiles: photos(world).map((path) => ({
            tempFilePath: path,
            size: sizeOf(world, path),
            fileType: 'image',
          })),
        }
      },
    },
    chooseImage: {
      work: async () => {
        await passPrivacyGate(world, 'chooseImage')
        const paths = photos(world)
        return { tempFilePaths: paths, tempFiles: paths.map((path) => ({ path, size: sizeOf(world, path) })) }
      },
    },
    compressImage: { work: ({ src }) => ({ tempFilePath: src }) },
    setClipboardData: { work: ({ data }) => world.copy(String(data)) },
    getClipboardData: {
      work: async () => {
        await passPrivacyGate(world, 'getClipboardData')
        return { data: world.clipboard }
      },
    },
  }
}

function sizeOf(world: World, path: string): number {
  return Math.floor(((world.files.get(path)?.length ?? 1366) * 3) / 4)
}

function photos(world: World): string[] {
  const chosen = world.script.photos()
  if (chosen === 'cancel') throw new Error('cancel')
  putPhotos(world, chosen)
  return chosen
}
