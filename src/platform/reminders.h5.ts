import type * as promised from './reminders'

/** Browsers get no messages; the inbox has everything. */
export const askForReminders: typeof promised.askForReminders = () => {}
