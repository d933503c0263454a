import { create } from 'zustand'

/** The open question about personal data, if WeChat has asked one, and how it wants to hear the answer. */
export const usePrivacyQuestion = create<{ reply: wx.PrivacyReply | undefined }>()(() => ({ reply: undefined }))

/** Answers the open question; refusing only fails the call that raised it, everything else goes on. */
export function answerPrivacy(answer: Parameters<wx.PrivacyReply>[0]): void {
  usePrivacyQuestion.getState().reply?.(answer)
  usePrivacyQuestion.setState({ reply: undefined })
}
