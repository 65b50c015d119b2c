import { DomainError, type FieldPath } from '../domain-error.js';
import { dayMs, instantMs, instantOf, minuteMs } from './instant.js';
import type { Slot } from './slot.js';

export const maxSlots = 400;
export const maxSlotHours = 24;

/**
 * Slots in order and in the one spelling of instants.
 * @throws DomainError `time.no-slots`, `time.too-many-slots`, `time.bad-instant`, `time.not-whole-minute`,
 * `time.empty-slot`, `time.slot-too-long`, `time.slots-overlap`, `time.slot-in-the-past`
 */
export function normaliseSlots(slots: readonly Slot[], now: string, at: FieldPath = ['slots']): Slot[] {
  if (!slots.length) throw new DomainError('time.no-slots', { at });
  if (slots.length > maxSlots) throw new DomainError('time.too-many-slots', { at, max: maxSlots });
  const nowMs = instantMs(now);
  const timed = slots.map((slot, index) => timeSlot(slot, nowMs, [...at, index]));
  timed.sort((a, b) => a.start - b.start);
  timed.forEach((slot, index) => {
    if (index && timed[index - 1]!.end > slot.start) {
      throw new DomainError('time.slots-overlap', { at: slot.at, startAt: instantOf(slot.start) });
    }
  });
  return timed.map(({ start, end }) => ({ startAt: instantOf(start), endAt: instantOf(end) }));
}

function timeSlot({ startAt, endAt }: Slot, nowMs: number, at: FieldPath) {
  const start = instantMs(startAt, [...at, 'startAt']);
  const end = instantMs(endAt, [...at, 'endAt']);
  if (start % minuteMs || end % minuteMs) throw new DomainError('time.not-whole-minute', { at });
  if (end <= start) throw new DomainError('time.empty-slot', { at });
  if (end - start > dayMs) throw new DomainError('time.slot-too-long', { at, maxHours: maxSlotHours });
  if (start <= nowMs) throw new DomainError('time.slot-in-the-past', { at, startAt });
  return { start, end, at };
}
