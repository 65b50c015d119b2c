import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { useUndo } from '../../api/use-undo';
import { LegalParties } from '../../parts/legal-parties';
import { ProblemNotice } from '../../parts/problem-notice';
import { canSign } from '../../session/can-sign';
import { businessTeam, engagementReaders } from '../../session/role-sets';
import { hasRole, isOfTeam, useOwnSession } from '../../session/session';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { WorkHead } from '../directory/work-head';
import { AgreementStatus } from './agreement-status';
import { agreementQuery, quoteQuery } from './agreement-queries';
import { ChangePayment } from './change-payment';
import { VersionChanges } from './version-changes';
import { Price } from './price';
import { Terms } from './terms';
import { ButtonLink, TextLink } from '../../parts/links';
import { Section } from '../../parts/section';

const route = getRouteApi('/own/agreements/$agreementId');

/** What both sides sign: who answers for what, the terms, and the price that follows from them. */
export function AgreementPage() {
  const t = useText();
  const session = useOwnSession();
  const { agreementId } = route.useParams();
  const { data } = useSuspenseQuery(agreementQuery(agreementId));
  const agreement = data.body;
  const latest = agreement.versions.at(-1)!;
  const inForce = agreement.versions.find(({ number }) => number === agreement.versionInForce);
  // What one knows already: the version in force, or the one that this one takes the place of.
  const before = inForce ?? agreement.versions.at(-2);
  const quote = useQuery(quoteQuery(agreementId, latest.number));
  const { language } = useLanguage();
  const isBusiness = session.organisationKind === 'business';
  const mine = isBusiness ? latest.acceptedByBusinessAt : latest.acceptedByAgencyAt;
  const isParty = isOfTeam(session);
  const undo = useUndo();
  const open = (agreement.status === 'drafting' || agreement.status === 'changing') && !undo.pending;
  const outdates = [['agreements']];
  const accept = useAct(
    (contentHash: string, key) =>
      client.body(
        client.api.POST('/v1/agreements/{id}/acceptances', {
          params: { path: { id: agreementId }, header: { 'Idempotency-Key': key } },
          body: { contentHash },
        }),
      ),
    { outdates },
  );
  const withdraw = useAct(
    (_: void, key) =>
      client.body(
        client.api.POST('/v1/agreements/{id}/withdrawal', {
          params: { path: { id: agreementId }, header: { 'Idempotency-Key': key, 'If-Match': data.etag! } },
        }),
      ),
    { outdates },
  );
  const canBook = agreement.versionInForce !== null && hasRole(session, ...businessTeam);
  return (
    <Stack gap="xl" maw={820}>
      <WorkHead
        title={t('agreements.title')}
        status={<AgreementStatus agreement={agreement} session={session} />}
        assistantId={agreement.assistantId}
        action={
          open && mine === null && canSign(session) ? (
            <Button loading={accept.isPending} onClick={() => accept.mutate(latest.contentHash)}>
              {t('agreements.sign')}
            </Button>
          ) : canBook ? (
            <ButtonLink to="/agreements/$agreementId/book" params={{ agreementId }}>
              {t('agreements.book')}
            </ButtonLink>
          ) : undefined
        }
      />
      <ProblemNotice problem={accept.error ?? withdraw.error} />
      {before !== undefined && open ? (
        <Section title={t('agreements.what-changes')}>
          <VersionChanges agreementId={agreementId} from={before.number} to={latest.number} />
        </Section>
      ) : null}
      {inForce === undefined || !hasRole(session, ...engagementReaders) ? null : (
        <Group gap="xl" className="not-printed">
          <TextLink to="/engagements/$engagementId" params={{ engagementId: agreementId }}>
            {t('engagements.title')}
          </TextLink>
          {canBook && open ? (
            <TextLink to="/agreements/$agreementId/book" params={{ agreementId }}>
              {t('agreements.book')}
            </TextLink>
          ) : null}
        </Group>
      )}
      <LegalParties parties={latest.parties} />
      <Terms version={latest} before={open ? before : undefined} />
      {isParty && agreement.status !== 'withdrawn' ? (
        <ChangePayment key={latest.number} agreementId={agreementId} etag={data.etag!} version={latest} />
      ) : null}
      <Section title={t('agreements.price')}>
        {quote.data === undefined ? <ProblemNotice problem={quote.error} /> : <Price quote={quote.data} />}
      </Section>
      <Group className="not-printed">
        {isParty && agreement.status !== 'withdrawn' ? (
          <ButtonLink variant="default" to="/agreements/$agreementId/terms" params={{ agreementId }}>
            {t('agreement-terms.change')}
          </ButtonLink>
        ) : null}
        {open && isParty ? (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => undo.begin({ says: t('agreements.was-given-up'), act: () => withdraw.mutateAsync() })}
          >
            {t(agreement.status === 'drafting' ? 'agreements.give-up' : 'agreements.give-up-change')}
          </Button>
        ) : null}
        {(['pdf', 'html'] as const).map((kind) => (
          <Button
            key={kind}
            component="a"
            variant="default"
            href={`/v1/agreements/${agreementId}/responsibilities.${kind}?version=${latest.number}&language=${language}`}
            download={`${agreementId}.${kind}`}
          >
            {t(`agreements.as-${kind}`)}
          </Button>
        ))}
        <Button variant="default" onClick={() => window.print()}>
          {t('agreements.print')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" style={{ wordBreak: 'break-all' }}>
        {t('agreements.fingerprint', { number: latest.number, hash: latest.contentHash })}
      </Text>
    </Stack>
  );
}
