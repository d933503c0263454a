import type * as promised from './launch'
import { usePrivacyQuestion } from './privacy-question'

/** A link code arrives as `q`, a mini-program code as `scene`. */
export const openedWith: typeof promised.openedWith = ({ query }) => query?.q ?? query?.scene

/** One place hears WeChat's question about personal data, whichever page raised it; `PrivacySheet` shows it. */
export const prepare: typeof promised.prepare = () => {
  wx.onNeedPrivacyAuthorization?.((reply) => usePrivacyQuestion.setState({ reply }))
}
