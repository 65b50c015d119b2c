import { Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useOwnSession } from '../../session/session';
import { DisputeLink } from './dispute-link';
import { disputesAboutQuery } from './dispute-queries';

/** The dispute about an invoice; a business may open one. */
export function InvoiceDisputes({
  invoiceId,
  engagementId,
}: {
  readonly invoiceId: string;
  readonly engagementId: string;
}) {
  const { organisationKind } = useOwnSession();
  const { data } = useSuspenseQuery(disputesAboutQuery(invoiceId));
  const open = data.items.find(({ waitsFor }) => waitsFor !== null);
  if (open === undefined && organisationKind !== 'business') return null;
  return (
    <Stack className="not-printed">
      <DisputeLink kind="invoice" id={invoiceId} engagementId={engagementId} disputeId={open?.id ?? null} />
    </Stack>
  );
}
