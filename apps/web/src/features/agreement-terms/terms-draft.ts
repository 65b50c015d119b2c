import type { components } from '@ajudant/client';
import type { Duty } from '../catalogue/use-catalogue';
import type { Version } from '../agreements/agreement-queries';
import type { Invoicing } from '../agreements/usual-invoicing';

export type Line = components['schemas']['AgreementLineDto'];
type Given = components['schemas']['ReviseAgreementDto'];

/** What of a version is written here, all of it said; whether it is paid ahead or on account stays as it is. */
export type TermsDraft = Omit<Given, 'holidays' | 'hourlyRate' | 'invoicing' | 'noticeDays' | 'payment'> & {
  readonly holidays: NonNullable<Given['holidays']> | null;
  readonly hourlyRate: NonNullable<Given['hourlyRate']> | null;
  readonly noticeDays: number;
  readonly invoicing: Invoicing | null;
};

export const draftOf = (version: Version): TermsDraft => ({
  lines: version.lines,
  channels: version.channels,
  responseTargetMinutes: version.responseTargetMinutes,
  freeCancellationHours: version.freeCancellationHours,
  lateFeeBps: version.lateFeeBps,
  hourlyRate: version.hourlyRate ?? null,
  silenceAcceptsAfterHours: version.silenceAcceptsAfterHours,
  noticeDays: version.noticeDays ?? 0,
  holidays: version.holidays ?? null,
  invoicing: version.invoicing ?? null,
  startsOn: version.startsOn,
  endsOn: version.endsOn,
});

/** As the API takes it: an hour without a price is left as it is. */
export const givenOf = ({ hourlyRate, ...terms }: TermsDraft): Given =>
  hourlyRate === null ? terms : { ...terms, hourlyRate };

/** A duty as the catalogue has it, once a month and by the assistant; its price is what an hour costs, for the time that it takes. */
export function lineOf(duty: Duty, terms: TermsDraft, currency: string): Line {
  const hour = terms.hourlyRate?.amountMinor ?? 0;
  return {
    lineId: freeLineId(duty.code, terms.lines),
    dutyCode: duty.code,
    description: duty.label,
    doneCriterion: duty.doneCriterion,
    unit: duty.unit,
    volume: 1,
    cadence: 'monthly',
    accountable: [{ party: 'assistant' }],
    unitPrice: { amountMinor: Math.round((hour * duty.indicativeMinutes) / 60), currency },
    mode: duty.mode,
  };
}

/** The duty's code, with a number behind it where a line is called so; at most 40 characters, as the API takes them. */
function freeLineId(code: string, lines: readonly Line[]): string {
  const taken = new Set(lines.map(({ lineId }) => lineId));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? code.slice(0, 40) : `${code.slice(0, 36)}-${number}`;
    if (!taken.has(id)) return id;
  }
}
