import type { AgreementVersion } from '#domain';
import { type StateJson, StateSchema, type Upcast } from '#platform/database';

/** The first version kept the two terms of cancellation together, with another name for the hours. */
const cancellationInWordsOfTheContract: Upcast = ({ terms, ...version }) => {
  const { cancellation, ...others } = terms as StateJson;
  const { freeUntilHours, lateFeeBps } = cancellation as StateJson;
  return { ...version, terms: { ...others, freeCancellationHours: freeUntilHours, lateFeeBps } };
};

/** Until the third, terms didn't say who the parties were. */
const partiesUnsaid: Upcast = ({ terms, ...version }) => ({
  ...version,
  terms: { ...(terms as StateJson), parties: null },
});

/** Until the fourth, an hour had no price of its own. */
const hourlyRateUnsaid: Upcast = ({ terms, ...version }) => ({
  ...version,
  terms: { hourlyRate: null, ...(terms as StateJson) },
});

/** Versions of agreements as their row keeps them; what their hash is of doesn't change with it (`canonical-terms.ts`). */
export const keptVersions = new StateSchema<AgreementVersion>('version of an agreement', [
  cancellationInWordsOfTheContract,
  partiesUnsaid,
  hourlyRateUnsaid,
]);
