import { DomainError } from '../domain-error.js';
import { dayMs, instantMs, instantOf, minuteMs } from './instant.js';
import type { Slot } from './slot.js';

export const maxSlots = 400;
export const maxSlotHours = 24;

/**
 * Slots in order and in the one spelling of instants.
 * @throws DomainError `time.no-slots`, `time.too-many-slots`, `time.bad-instant`, `time.not-whole-minute`,
 * `time.empty-slot`, `time.slot-too-long`, `time.slots-overlap`, `time.slot-in-the-past`
 */
export function normaliseSlots(slots: readonly Slot[], now: string, pointer = '/slots'): Slot[] {
  if (!slots.length) throw new DomainError('time.no-slots', { pointer });
  if (slots.length > maxSlots) throw new DomainError('time.too-many-slots', { pointer, max: maxSlots });
  const nowMs = instantMs(now);
  const timed = slots.map((slot, index) => timeSlot(slot, nowMs, `${pointer}/${index}`));
  timed.sort((a, b) => a.start - b.start);
  timed.forEach((slot, index) => {
    if (index && timed[index - 1]!.end > slot.start) {
      throw new DomainError('time.slots-overlap', { pointer: slot.pointer, startAt: instantOf(slot.start) });
    }
  });
  return timed.map(({ start, end }) => ({ startAt: instantOf(start), endAt: instantOf(end) }));
}

function timeSlot({ startAt, endAt }: Slot, nowMs: number, pointer: string) {
  const start = instantMs(startAt, `${pointer}/startAt`);
  const end = instantMs(endAt, `${pointer}/endAt`);
  if (start % minuteMs || end % minuteMs) throw new DomainError('time.not-whole-minute', { pointer });
  if (end <= start) throw new DomainError('time.empty-slot', { pointer });
  if (end - start > dayMs) throw new DomainError('time.slot-too-long', { pointer, maxHours: maxSlotHours });
  if (start <= nowMs) throw new DomainError('time.slot-in-the-past', { pointer, startAt });
  return { start, end, pointer };
}
