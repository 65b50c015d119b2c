import { dayMs } from '../time/instant.js';

/** Before something ends, or is to be done, those whom it concerns are reminded so many days ahead, once each. */
export const reminderDays = [30, 7] as const;
export type ReminderDays = (typeof reminderDays)[number];

/**
 * The reminder that is due where so much time is left. Where nobody looked for weeks it is the one that matters now, and not
 * what would have mattered then.
 *
 * @param leftMs may be negative: what is overdue and was never reminded of still is
 * @param reminded the reminder that was sent last; null while none was
 * @returns null where none is due
 */
export function advanceReminder(leftMs: number, reminded: ReminderDays | null): ReminderDays | null {
  const due = reminderDays.findLast((days) => leftMs <= days * dayMs);
  return due !== undefined && (reminded === null || due < reminded) ? due : null;
}
