import { DomainError, type FieldPath } from '../domain-error.js';
import { dayMs, instantMs, instantOf, minuteMs } from './instant.js';
import type { AskedSlot, Slot } from './slot.js';

export const maxSlots = 400;
export const maxSlotHours = 24;

/**
 * Slots in order and in the one spelling of instants. Each keeps its name; one without is called by its place.
 * @throws DomainError `time.no-slots`, `time.too-many-slots`, `time.bad-instant`, `time.not-whole-minute`,
 * `time.empty-slot`, `time.slot-too-long`, `time.slots-overlap`, `time.slot-in-the-past`
 */
export function normaliseSlots(
  slots: readonly AskedSlot[],
  now: string,
  at: FieldPath = ['slots'],
): (AskedSlot & { readonly at: FieldPath })[] {
  if (!slots.length) throw new DomainError('time.no-slots', { at });
  if (slots.length > maxSlots) throw new DomainError('time.too-many-slots', { at, max: maxSlots });
  const nowMs = instantMs(now);
  const timed = slots.map((slot, index) => timeSlot(slot, nowMs, slot.at ?? [...at, index]));
  timed.sort((a, b) => a.start - b.start);
  timed.forEach((slot, index) => {
    if (index && timed[index - 1]!.end > slot.start) {
      throw new DomainError('time.slots-overlap', { ...slot.name, startAt: instantOf(slot.start) });
    }
  });
  return timed.map(({ start, end, name }) => ({ startAt: instantOf(start), endAt: instantOf(end), ...name }));
}

/** What a slot is, without what it was called when it was asked for. */
export const plainSlots = (slots: readonly Slot[]): Slot[] => slots.map(({ startAt, endAt }) => ({ startAt, endAt }));

function timeSlot({ startAt, endAt, which }: AskedSlot, nowMs: number, at: FieldPath) {
  const name = { at, ...(which !== undefined && { which }) };
  const start = instantMs(startAt, [...at, 'startAt']);
  const end = instantMs(endAt, [...at, 'endAt']);
  if (start % minuteMs || end % minuteMs) throw new DomainError('time.not-whole-minute', name);
  if (end <= start) throw new DomainError('time.empty-slot', name);
  if (end - start > dayMs) throw new DomainError('time.slot-too-long', { ...name, maxHours: maxSlotHours });
  if (start <= nowMs) throw new DomainError('time.slot-in-the-past', { ...name, startAt });
  return { start, end, name };
}
