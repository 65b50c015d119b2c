import { demand } from '../policy.js';
import { every } from '../every.js';
import { dayMs, instantMs, instantOf } from '../time/instant.js';

export type ErasureStatus = 'asked' | 'done' | 'refused' | 'withdrawn';
export const erasureStatuses = every<ErasureStatus>({ asked: true, done: true, refused: true, withdrawn: true });

export type ErasureHindrance = 'last-owner' | 'still-engaged' | 'still-listed';
/** What stands in the way: an organisation without an owner, work that is agreed with her, a listing that shows her. */
export const erasureHindrances = every<ErasureHindrance>({
  'last-owner': true,
  'still-engaged': true,
  'still-listed': true,
});

/** An answer is owed within a month (Regulation (EU) 2016/679, art. 12(3)). */
const monthDays = 30;

/** By when somebody is erased by itself, if nobody has done so before and nothing stands in the way. */
export const erasureDueAt = (askedAt: string): string => instantOf(instantMs(askedAt) + monthDays * dayMs);

/**
 * Under what name a person stands in what has to be kept. It says nothing of her, and tells her from others who are gone.
 * @param userId of her account, a UUID; its end is what differs
 */
export const pseudonymOf = (userId: string): string => `Deleted ${userId.slice(-6).toUpperCase()}`;

/** @throws DomainError `erasure.asked-already` */
export const assertAsksErasure = (open: number): void => demand(open === 0, 'erasure.asked-already');

/** @throws DomainError `erasure.settled` */
export const assertOpenErasure = (status: ErasureStatus): void =>
  demand(status === 'asked', 'erasure.settled', { status });

/** @throws DomainError `erasure.settled`, `erasure.hindered` */
export function assertErasable(status: ErasureStatus, hindrances: readonly ErasureHindrance[]): void {
  assertOpenErasure(status);
  demand(hindrances.length === 0, 'erasure.hindered', { detail: hindrances.join(', ') });
}
