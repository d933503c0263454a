/** The phone's screen in CSS pixels. */
export interface Device {
  width: number
  height: number
  statusBar: number
  /** Room that a rounded screen keeps free below. */
  bottomInset: number
}

export const smallPhone: Device = { width: 375, height: 667, statusBar: 20, bottomInset: 0 }

const TITLE_BAR = 44

/** Sizes as `getWindowInfo` gives them, on both platforms. */
export function windowInfo({ width, height, statusBar, bottomInset }: Device): Record<string, unknown> {
  const top = statusBar
  const bottom = height - bottomInset
  return {
    windowWidth: width,
    windowHeight: height - statusBar - TITLE_BAR,
    screenWidth: width,
    screenHeight: height,
    screenTop: statusBar + TITLE_BAR,
    pixelRatio: 2,
    statusBarHeight: statusBar,
    safeArea: { left: 0, right: width, top, bottom, width, height: bottom - top },
  }
}
