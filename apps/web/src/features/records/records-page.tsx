import { Stack } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { BankLines } from './bank-lines';
import { EntryCard } from './entry-card';
import { FileForOthers, FileOwn } from './file-entry';
import { booksQuery, entriesQuery } from './record-queries';
import { RecordRules } from './record-rules';
import { Retention } from './retention';
import { YearOfRecords } from './year-of-records';

/** Receipts and invoices: filed by the assistant, looked at by the business, read by its accountant. */
export function RecordsPage() {
  const t = useText();
  const session = useOwnSession();
  const isBusiness = session.organisationKind === 'business';
  const reviews = hasRole(session, 'business.owner', 'business.colleague');
  const waiting = useInfiniteQuery(entriesQuery(isBusiness ? 'filed' : 'returned'));
  const all = useInfiniteQuery(entriesQuery());
  return (
    <Stack gap="xl">
      <PageHead
        title={t('records.title')}
        says={t(isBusiness ? (reviews ? 'records.says-business' : 'records.says-accountant') : 'records.says-agency')}
      />
      {isBusiness ? reviews ? <FileOwn businessId={session.organisationId} /> : null : <FileForOthers />}
      {isBusiness && !reviews ? null : (
        <Section title={t(isBusiness ? 'records.waits' : 'records.came-back')}>
          <EndlessList query={waiting} rowHeight={120} empty={<EmptyState says={t('records.nothing-waits')} />}>
            {(entry) => <EntryCard entry={entry} />}
          </EndlessList>
        </Section>
      )}
      {isBusiness ? <YearOfRecords businessId={session.organisationId} closes={reviews} /> : null}
      {isBusiness ? <Retention businessId={session.organisationId} keeps={reviews} /> : null}
      {isBusiness && reviews ? <OfTheBank businessId={session.organisationId} /> : null}
      <Section title={t('records.entries')}>
        <EndlessList query={all} rowHeight={120} empty={<EmptyState says={t('records.none')} />}>
          {(entry) => <EntryCard entry={entry} />}
        </EndlessList>
      </Section>
    </Stack>
  );
}

function OfTheBank({ businessId }: { readonly businessId: string }) {
  const { data } = useQuery(booksQuery(businessId));
  return data === undefined ? null : (
    <>
      <BankLines currency={data.body.currency} />
      <RecordRules businessId={businessId} />
    </>
  );
}
