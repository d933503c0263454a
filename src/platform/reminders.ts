/**
 * Asks whether messages about the thing just being done may be sent: one question, at most five templates. Only directly
 * in a tap, before any await; says nothing back, because everything also stands in the inbox.
 */
export declare function askForReminders(): void
