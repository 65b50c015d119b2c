import type { components } from '@ajudant/client';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../api/client';
import type { Duty } from '../catalogue/use-catalogue';
import type { WantedDuty } from './trouble';

type PublishedAssistant = components['schemas']['PublishedAssistantDto'];

/** Who can be found for any of the duties; somebody who offers several is there as often. */
export const offeringQuery = (dutyCodes: readonly string[]) =>
  queryOptions({
    queryKey: ['published', 'for-duties', ...dutyCodes],
    async queryFn(): Promise<readonly PublishedAssistant[]> {
      const pages = await Promise.all(
        dutyCodes.map((duty) =>
          client.body(client.api.GET('/v1/assistants/published', { params: { query: { duty, limit: 100 } } })),
        ),
      );
      return pages.flatMap(({ items }) => items);
    },
  });

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

/** Who offers most of the duties; of these who speaks the reader's language, then who asks for her currency, then who asks less; each once. */
export function whoCould(
  duties: readonly WantedDuty[],
  found: readonly PublishedAssistant[],
  reader: { readonly language: string; readonly currency: string },
): readonly { readonly assistant: PublishedAssistant; readonly offered: readonly string[] }[] {
  const speaks = ({ languages }: PublishedAssistant): number =>
    Number(languages.some(({ language }) => language === reader.language));
  const asksIn = ({ hourlyRate }: PublishedAssistant): number => Number(hourlyRate.currency === reader.currency);
  const byId = new Map(found.map((assistant) => [assistant.id, assistant]));
  return [...byId.values()]
    .map((assistant) => ({
      assistant,
      offered: duties.map(({ dutyCode }) => dutyCode).filter((code) => assistant.dutyCodes.includes(code)),
    }))
    .sort(
      (one, other) =>
        other.offered.length - one.offered.length ||
        speaks(other.assistant) - speaks(one.assistant) ||
        asksIn(other.assistant) - asksIn(one.assistant) ||
        one.assistant.hourlyRate.amountMinor - other.assistant.hourlyRate.amountMinor,
    );
}
