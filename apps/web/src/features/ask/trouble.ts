import type { components } from '@ajudant/client';
import type { Duty } from '../catalogue/use-catalogue';

export type Suggestions = components['schemas']['DutySuggestionsDto'];
export type Cadence = components['schemas']['NeedLineDto']['cadence'];

/** A duty that somebody wants done, and how much of it. */
export interface WantedDuty {
  readonly dutyCode: string;
  readonly volume: number;
  readonly cadence: Cadence;
}

/** Two hours a month of each, to begin with; what takes a day or more is done once. Whoever reads it knows better. */
export function usualAmount({ indicativeMinutes }: Pick<Duty, 'indicativeMinutes'>): Omit<WantedDuty, 'dutyCode'> {
  return {
    volume: Math.max(1, Math.round(120 / indicativeMinutes)),
    cadence: indicativeMinutes >= 480 ? 'once' : 'monthly',
  };
}

/** What somebody said before there was an account: it waits on the device until there is one. */
export interface Trouble {
  readonly words: string;
  readonly duties: readonly WantedDuty[];
}

const kept = 'ajudant.trouble';

export function keepTrouble(trouble: Trouble): void {
  localStorage.setItem(kept, JSON.stringify(trouble));
}

export function keptTrouble(): Trouble | null {
  const text = localStorage.getItem(kept);
  return text === null ? null : (JSON.parse(text) as Trouble);
}

export function forgetTrouble(): void {
  localStorage.removeItem(kept);
}
