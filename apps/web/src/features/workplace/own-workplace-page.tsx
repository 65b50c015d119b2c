import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { PageHead } from '../../parts/page-head';
import { useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { listingQuery } from '../listing/listing-queries';
import { Recorded } from './recorded';
import { Workplace } from './workplace';

/** An assistant's own workplace. */
export function OwnWorkplacePage() {
  const t = useText();
  const { assistantId } = useOwnSession();
  const { data } = useSuspenseQuery(listingQuery(assistantId!));
  return (
    <Stack gap="xxl">
      <PageHead title={t('workplace.own')} says={t('workplace.own-says')} />
      <Workplace assistant={data.body} />
      <Recorded />
    </Stack>
  );
}
