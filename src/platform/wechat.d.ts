/** The part of WeChat's `wx` that is used here and that Taro does not carry over. */
declare namespace wx {
  type PrivacyReply = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void
  /** Absent before base library 2.32.3. */
  const onNeedPrivacyAuthorization: ((ask: (reply: PrivacyReply) => void) => void) | undefined
  function openPrivacyContract(options: object): void
}
