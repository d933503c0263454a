import Taro from '@tarojs/taro'

/** How bright the screen was before, 0 to 1. */
let before: number | undefined

/** Keeps the screen awake and bright, for a code that another phone reads; `false` lets it be as before. */
export async function keepScreenBright(isBright: boolean): Promise<void> {
  try {
    await Taro.setKeepScreenOn({ keepScreenOn: isBright })
    if (isBright) before = (await Taro.getScreenBrightness()).value
    if (isBright || before !== undefined) await Taro.setScreenBrightness({ value: isBright ? 0.9 : (before ?? 0.5) })
  } catch {
    // An old client without it shows the code all the same.
  }
}
