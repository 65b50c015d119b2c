import type { ConsumerProgress } from '../messaging/index.js';
import type { ReadinessCheck } from './readiness-registry.js';

/**
 * Not ready until each consumer has once found its place: whoever is told "ready" may count on what they send being heard. Where the
 * broker is away, at the start or later, it is degraded instead: requests need the database alone, and what they send waits in the
 * journal. How far behind a consumer is show the metrics.
 */
export function consumersAtWork(progress: () => readonly ConsumerProgress[]): ReadinessCheck {
  let isPastJoining = false;
  return async () => {
    const consumers = progress();
    const failing = consumers.filter(({ failingSince }) => failingSince !== null);
    const joining = consumers.filter(({ lag, failingSince }) => lag === null && failingSince === null);
    isPastJoining ||= joining.length === 0;
    if (!isPastJoining) return namesOf(joining, ({ consumer }) => `${consumer} is joining`);
    if (failing.length === 0) return null;
    return { degraded: namesOf(failing, ({ consumer, failingSince }) => `${consumer} since ${failingSince}`) };
  };
}

const namesOf = (consumers: readonly ConsumerProgress[], name: (one: ConsumerProgress) => string): string =>
  [...new Set(consumers.map(name))].join(', ');
