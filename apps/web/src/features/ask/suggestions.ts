import { ApiProblem } from '@ajudant/client';
import { client } from '../../api/client';
import type { Suggestions, WantedDuty } from './trouble';

const mostTries = 5;

/**
 * The duties that words lead to. The first words after a start take longer than the API waits; then they are asked about again.
 * @param key of the intention, from whoever is signed in: what she chooses instead can be told later. Null from anybody else.
 */
export async function suggestionsFor(text: string, key: string | null): Promise<Suggestions> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const suggestions = await (key === null ? asAnybody(text) : asOneself(text, key));
    if (suggestions.status === 'suggested') return suggestions;
  }
  throw new ApiProblem(503, 'service.unavailable', '');
}

const asAnybody = (text: string): Promise<Suggestions> =>
  client.body(client.api.POST('/v1/previews/duty-suggestions', { body: { text } }));

const asOneself = (text: string, key: string): Promise<Suggestions> =>
  client.body(
    client.api.POST('/v1/duty-suggestions', { params: { header: { 'Idempotency-Key': key } }, body: { text } }),
  );

/** Tells what the words were about after all, where that is something else: later suggestions get better by it. Nobody waits for it. */
export async function correctSuggestions({ id, items }: Suggestions, chosen: readonly WantedDuty[]): Promise<void> {
  const suggested = new Set(items.map(({ dutyCode }) => dutyCode));
  const dutyCodes = chosen.map(({ dutyCode }) => dutyCode);
  if (dutyCodes.length === suggested.size && dutyCodes.every((code) => suggested.has(code))) return;
  await client.api.POST('/v1/duty-suggestions/{id}/corrections', {
    params: { path: { id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
    body: { dutyCodes },
  });
}
