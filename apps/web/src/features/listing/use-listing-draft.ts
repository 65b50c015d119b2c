import { useAct } from '../../api/use-act';
import { useMergedDraft } from '../../parts/use-merged-draft';
import { useText } from '../../texts/use-text';
import { changedListing } from './changed-listing';
import { type Assistant, type Listing, outdatedByListing } from './listing-queries';

/** A listing in hand, with the version that a change of it names. */
export interface ListingInHand {
  readonly assistant: Assistant;
  readonly etag: string;
  readonly readOnly: boolean;
}

/**
 * What is written over a part of a listing until it is kept; the other parts are changed beside, and follow what is kept.
 * @param partOf what of a listing it is
 * @param put keeps it
 */
export function useListingDraft<Field extends keyof Listing>(
  assistant: Assistant,
  partOf: (assistant: Assistant) => Pick<Listing, Field>,
  put: (given: Pick<Listing, Field>) => Promise<Assistant>,
) {
  const t = useText();
  const save = useAct(put, { outdates: outdatedByListing, onDone: (saved): void => settle(partOf(saved)) });
  const { draft, setDraft, meanwhile, settle } = useMergedDraft(
    partOf(assistant),
    save.isPending,
    (field, before, now) => changedListing(field, before, now, t),
  );
  return { draft, setDraft, meanwhile, save };
}
