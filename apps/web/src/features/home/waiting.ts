import type { QueryKey } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import type { TextId } from '../../texts/text-id';
import type { Values } from '../../texts/use-text';

/** Something that waits for whoever is signed in, and where it is done. */
export interface Waiting {
  readonly key: string;
  readonly text: TextId;
  readonly values?: Values;
  readonly link: LinkProps;
  /** Whom it is about. */
  readonly assistantId?: string;
  /** The instant by which it has to be done. */
  readonly by?: string | null;
  /** That it does harm to leave it. */
  readonly atRisk?: boolean;
}

/** What can wait for somebody; each feature has its own, and `home-parts.ts` lists them by role. */
export interface WaitingSource {
  /** Begins with the key of what it is about, so that whatever makes that outdated asks here again as well. */
  readonly queryKey: QueryKey;
  readonly read: () => Promise<readonly Waiting[]>;
}

/** What does harm first, then what has a time by which it is due, the next one first. */
export function inOrder(waiting: readonly Waiting[]): readonly Waiting[] {
  const due = ({ by }: Waiting): string => by ?? '~';
  return waiting.toSorted(
    (one, other) => Number(other.atRisk ?? false) - Number(one.atRisk ?? false) || (due(one) < due(other) ? -1 : 1),
  );
}
