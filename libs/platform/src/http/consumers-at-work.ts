import type { ConsumerProgress } from '../messaging/index.js';
import type { ReadinessCheck } from './readiness-registry.js';

/** Who fails for so long at the start fails for want of a broker; topics that were made a moment ago are not to be had at first, too. */
const patienceMs = 15_000;

/**
 * Not ready until each consumer has once found its place: whoever is told "ready" may count on what they send being heard. Where the
 * broker is away, at the start or later, it is degraded instead: requests need the database alone, and what they send waits in the
 * journal. How far behind a consumer is show the metrics.
 */
export function consumersAtWork(
  progress: () => readonly ConsumerProgress[],
  now: () => number = () => Date.now(),
): ReadinessCheck {
  let isPastJoining = false;
  return async () => {
    const consumers = progress();
    const failing = consumers.filter(({ failingSince }) => failingSince !== null);
    const isGivenUp = ({ failingSince }: ConsumerProgress): boolean =>
      failingSince !== null && now() - Date.parse(failingSince) > patienceMs;
    const joining = consumers.filter((consumer) => consumer.lag === null && !isGivenUp(consumer));
    isPastJoining ||= joining.length === 0;
    if (!isPastJoining) return namesOf(joining);
    if (failing.length === 0) return null;
    return { degraded: namesOf(failing) };
  };
}

const namesOf = (consumers: readonly ConsumerProgress[]): string => [...new Set(consumers.map(nameOf))].join(', ');

const nameOf = ({ consumer, failingSince }: ConsumerProgress): string =>
  failingSince === null ? `${consumer} is joining` : `${consumer} since ${failingSince}`;
