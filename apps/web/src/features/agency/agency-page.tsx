import { Fieldset, Stack } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { AgencyStatus } from '../administration/agency-status';
import { agencyQuery } from './agency-queries';
import { IdentityForm } from './identity-form';
import { NumberingForm } from './numbering-form';
import { TermsForm } from './terms-form';

/** Who the agency is before the law, and what it stands by wherever it can be booked at once. */
export function AgencyPage() {
  const t = useText();
  const session = useOwnSession();
  const { data } = useSuspenseQuery(agencyQuery(session.organisationId));
  const agency = data.body;
  const edits = hasRole(session, 'agency.owner');
  return (
    <Stack gap="xxl" maw={760}>
      <PageHead title={agency.name} says={<AgencyStatus status={agency.status} />} />
      <Fieldset variant="unstyled" disabled={!edits}>
        <Stack gap="xxl">
          <Section title={t('agency.identity')}>
            <IdentityForm agency={agency} etag={data.etag!} />
          </Section>
          <Section title={t('agency.numbering')}>
            <NumberingForm agencyId={agency.id} countryCode={agency.countryCode} />
          </Section>
          <Section title={t('agency.terms')}>
            <TermsForm agency={agency} etag={data.etag!} />
          </Section>
        </Stack>
      </Fieldset>
    </Stack>
  );
}
