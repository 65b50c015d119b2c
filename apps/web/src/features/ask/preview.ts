import type { components } from '@ajudant/client';
import type { Duty } from '../catalogue/use-catalogue';
import type { WantedDuty } from './trouble';

type PublishedAssistant = components['schemas']['PublishedAssistantDto'];

/** 52 weeks in 12 months. */
const weeksInAMonth = 52 / 12;

/** Minutes that a month of the duties takes, by the catalogue's rules of thumb; what is done once counts whole. */
export function monthlyMinutes(duties: readonly WantedDuty[], catalogue: ReadonlyMap<string, Duty>): number {
  const minutes = duties.map(({ dutyCode, volume, cadence }) => {
    const times = cadence === 'weekly' ? weeksInAMonth : 1;
    return (catalogue.get(dutyCode)?.indicativeMinutes ?? 0) * volume * times;
  });
  return Math.round(minutes.reduce((sum, each) => sum + each, 0));
}

/** Who offers most of the duties, then who asks less; each once. */
export function whoCould(
  duties: readonly WantedDuty[],
  found: readonly PublishedAssistant[],
): readonly { readonly assistant: PublishedAssistant; readonly offered: readonly string[] }[] {
  const byId = new Map(found.map((assistant) => [assistant.id, assistant]));
  return [...byId.values()]
    .map((assistant) => ({
      assistant,
      offered: duties.map(({ dutyCode }) => dutyCode).filter((code) => assistant.dutyCodes.includes(code)),
    }))
    .sort(
      (one, other) =>
        other.offered.length - one.offered.length ||
        one.assistant.hourlyRate.amountMinor - other.assistant.hourlyRate.amountMinor,
    );
}
