import { useSuspenseQuery } from '@tanstack/react-query';
import { PageHead } from '../../parts/page-head';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { HoursForm } from './hours-form';
import { listingQuery } from './listing-queries';

/** When an assistant herself says that she works. */
export function OwnWeekPage() {
  const t = useText();
  const { assistantId } = useOwnSession();
  const { data } = useSuspenseQuery(listingQuery(assistantId!));
  return (
    <>
      <PageHead title={t('listing.own-week')} says={t('listing.own-week-says')} />
      <HoursForm assistant={data.body} etag={data.etag!} readOnly={false} />
    </>
  );
}
