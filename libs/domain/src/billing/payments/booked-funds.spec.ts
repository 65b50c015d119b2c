import * as fc from 'fast-check';
import { decideBooking, evolveBooking } from '../../booking/booking-decisions.js';
import type { Booking, BookingFact } from '../../booking/booking.js';
import type { AgencyId, AgreementId, AssistantId, BookingId, BusinessId, ClearanceId } from '../../ids.js';
import { refusalOf } from '../../refusals.examples.js';
import { inSteps } from '../../responsibilities/hours/hours-of-period.js';
import type { Slot } from '../../time/slot.js';
import type { Money } from '../money/money.js';
import { commissionOn, taxOn } from '../pricing/quote.js';
import { agesOf } from './ageing.js';
import { changeOfFunds, demandCovered, fundsToCharge, priceOfBooked } from './booked-funds.js';

const euros = (amountMinor: number): Money => ({ amountMinor, currency: 'EUR' });
const slot = (day: string, until = '09:00'): Slot => ({
  startAt: `${day}T08:00:00.000Z`,
  endAt: `${day}T${until}:00.000Z`,
});
const slots = [slot('2026-03-09'), slot('2026-03-16', '08:30')];
const confirmed = (
  [
    {
      type: 'bookingHeld',
      bookingId: 'booking' as BookingId,
      agreementId: 'agreement' as AgreementId,
      businessId: 'business' as BusinessId,
      agencyId: 'agency' as AgencyId,
      assistantId: 'assistant' as AssistantId,
      lineId: null,
      timeZone: 'Europe/Madrid',
      slots,
      hourlyRate: euros(2_000),
      cancellation: { freeCancellationHours: 24, lateFeeBps: 5_000 },
      heldAt: '2026-03-02T09:00:00.000Z',
      holdExpiresAt: '2026-03-02T09:15:00.000Z',
    },
    { type: 'bookingConfirmed', clearanceId: 'clearance' as ClearanceId, confirmedAt: '2026-03-02T09:05:00.000Z' },
  ] satisfies BookingFact[]
).reduce<Booking | null>(evolveBooking, null)!;
const price = { hourlyRate: euros(2_000), commissionBps: 1_000, taxBps: 2_100, stepMinutes: 1, isFirst: true };

describe('what is kept for booked time', () => {
  it('is its price with commission and tax, and the fee where nobody was there', () => {
    expect(priceOfBooked(slots, confirmed, price)).toEqual(euros(3_993));
    const facts = decideBooking(
      { type: 'noteNobodyThere', slots: [slots[0]!.startAt], worked: [], now: '2026-03-10T09:00:00.000Z' },
      confirmed,
    );
    const booking = facts.reduce<Booking>(evolveBooking, confirmed);
    // Half of the first hour, and the half hour of the second slot.
    expect(priceOfBooked([slots[1]!], booking, price)).toEqual(euros(2_662));
  });

  it('suffices for the invoices of the time, whatever they charge together and however each rounds', () => {
    const bookings = fc.record({
      // So that commission comes to whole units: of each invoice it is what all so far owe, less what was charged.
      rate: fc.nat(10_000).map((hundreds) => hundreds * 600),
      commissionBps: fc.nat(50).map((percent) => percent * 100),
      taxBps: fc.nat(10_000),
      stepMinutes: fc.constantFrom(10, 20, 30, 60),
      // Of each slot, its minutes, in which booking it is, and on which invoice it will be charged.
      booked: fc.array(fc.tuple(fc.integer({ min: 1, max: 600 }), fc.nat(3), fc.nat(5)), {
        minLength: 1,
        maxLength: 20,
      }),
    });
    fc.assert(
      fc.property(bookings, ({ rate, commissionBps, taxBps, stepMinutes, booked }) => {
        const priced = { hourlyRate: euros(rate), commissionBps, taxBps, stepMinutes };
        const ofBookings = [0, 1, 2, 3]
          .map((booking) => booked.filter(([, of]) => of === booking).map(([minutes]) => minutes))
          .filter((some) => some.length > 0);
        let left = ofBookings.reduce((sum, minutes, index) => {
          const ofBooking = minutes.map((each): Slot => {
            const [startAt, endAt] = [0, each * 60_000].map((ms) => new Date(ms).toISOString()) as [string, string];
            return { startAt, endAt };
          });
          return sum + priceOfBooked(ofBooking, confirmed, { ...priced, isFirst: index === 0 }).amountMinor;
        }, 0);
        for (const invoice of [0, 1, 2, 3, 4, 5]) {
          const charged = booked.filter(([, , on]) => on === invoice);
          const minutes = charged.reduce((sum, [each]) => sum + BigInt(inSteps(each, stepMinutes)), 0n);
          const work = (BigInt(rate) * minutes) / 60n;
          const net = work + commissionOn(work, { commissionBps });
          left -= Number(net + taxOn(net, { taxBps, taxNote: '' }));
        }
        expect(left).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: Number(process.env['AJUDANT_PROPERTY_CASES'] ?? 500) },
    );
  });

  it('is what an invoice of the first alone says, and a cent more for each other that could round up with it', () => {
    // An hour at 18.50 comes to 24.62, tax of 4.2735 included; two of them on one invoice to 49.25.
    const hour = { ...price, hourlyRate: euros(1_850) };
    const [first, second] = [slot('2026-03-09'), slot('2026-03-16')];
    expect(priceOfBooked([first], confirmed, hour)).toEqual(euros(2_462));
    expect(priceOfBooked([first, second], confirmed, hour)).toEqual(euros(4_925));
    expect(priceOfBooked([second], confirmed, { ...hour, isFirst: false })).toEqual(euros(2_463));
  });

  it('is of the steps in which the line is charged', () => {
    const fiftyMinutes = [slot('2026-03-09', '08:50')];
    expect(priceOfBooked(fiftyMinutes, confirmed, { ...price, stepMinutes: 15 })).toEqual(euros(2_662));
    expect(priceOfBooked(fiftyMinutes, confirmed, { ...price, stepMinutes: 10 })).toEqual(euros(2_218));
  });

  it('follows the booking, less what invoices have charged of it, and is never below nothing', () => {
    const kept = { held: euros(60), charged: euros(40) };
    expect(changeOfFunds(kept, euros(120))).toEqual(euros(20));
    expect(changeOfFunds(kept, euros(70))).toEqual(euros(-30));
    expect(changeOfFunds(kept, euros(10))).toEqual(euros(-60));
    expect(fundsToCharge(euros(50), [euros(30), euros(0), euros(40)])).toEqual([euros(30), euros(0), euros(20)]);
  });

  it('has to be there ahead, or within what may be owed', () => {
    const means = { prepaid: euros(99), exposure: euros(900) };
    const onAccount = { mode: 'on-account', limit: euros(1_000) } as const;
    expect(refusalOf(() => demandCovered({ mode: 'prepaid' }, euros(100), means))).toBe('booking.deposit-missing');
    expect(refusalOf(() => demandCovered({ mode: 'prepaid' }, euros(99), means))).toBeNull();
    expect(refusalOf(() => demandCovered(onAccount, euros(101), means))).toBe('booking.beyond-credit-limit');
    expect(refusalOf(() => demandCovered(onAccount, euros(100), means))).toBeNull();
    // What lets go needs no cover.
    expect(refusalOf(() => demandCovered(onAccount, euros(-1), { ...means, exposure: euros(5_000) }))).toBeNull();
  });
});

describe('open invoices', () => {
  it('are told by how late they are, to the day', () => {
    const due = (dueOn: string) => ({ dueOn, amount: euros(1) });
    const open = ['2026-04-30', '2026-04-29', '2026-03-31', '2026-03-30', '2026-02-28', '2026-01-30', '2026-01-29'].map(
      due,
    );
    expect(agesOf(open, '2026-04-30', 'EUR')).toEqual({
      'not-due': euros(1),
      '1-30': euros(2),
      '31-60': euros(1),
      '61-90': euros(2),
      'over-90': euros(1),
    });
  });
});
