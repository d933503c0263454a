import type { Equipment, Layout } from '../../contract/booking'

export const equipmentNames = {
  projector: '投影',
  television: '电视',
  whiteboard: '白板',
  videoConference: '视频会议',
  sound: '音响',
  microphone: '话筒',
  interpretation: '同传',
  computer: '电脑',
} satisfies Record<Equipment, string>

export const layoutNames = { classroom: '课桌式', square: '回字形', theatre: '剧院式' } satisfies Record<Layout, string>

const optionsOf = <T extends string>(names: Record<T, string>) =>
  (Object.keys(names) as T[]).map((value) => ({ value, label: names[value] }))

export const equipmentOptions = optionsOf(equipmentNames)
export const layoutOptions = optionsOf(layoutNames)
