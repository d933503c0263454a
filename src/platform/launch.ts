/** What the platform says when it opens or shows the app. */
export interface Opening {
  path?: string
  query?: Record<string, string | undefined>
}

/** The text of the code the app was opened with, as the platform handed it over (still percent-encoded), if any. */
export declare function openedWith(opening: Opening): string | undefined

/** What the bar of a page says, and whether it can be pulled down. */
export interface PageWindow {
  path: string
  title: string
  refreshes?: boolean
}

/** Whatever the platform needs once, when the app starts. */
export declare function prepare(pages: readonly PageWindow[]): void
