import type { ConsumerProgress } from '../messaging/index.js';
import type { ReadinessCheck } from './readiness-registry.js';

/**
 * Not ready until each consumer has once found its place: whoever is told "ready" may count on what they send being heard. Ready
 * from then on, also while a broker is away: requests need the database alone, and what they send waits in the journal. How far
 * behind a consumer is show the metrics.
 */
export function consumersAtWork(progress: () => readonly ConsumerProgress[]): ReadinessCheck {
  let wereAtWork = false;
  return async () => {
    if (wereAtWork) return null;
    const waiting = progress().filter(({ lag }) => lag === null);
    wereAtWork = waiting.length === 0;
    if (wereAtWork) return null;
    return [...new Set(waiting.map(nameOf))].join(', ');
  };
}

const nameOf = ({ consumer, failingSince }: ConsumerProgress): string =>
  failingSince === null ? `${consumer} is joining` : `${consumer} since ${failingSince}`;
