import { List, Stack, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { PageHead } from '../../parts/page-head';
import { Section } from '../../parts/section';
import { hasRole, useOwnSession } from '../../session/session';
import { useText } from '../../texts/use-text';
import { SubstitutionCard } from './substitution-card';
import { type Handover, handoverQuery, substitutionQuery } from './substitution-queries';
import { WriteHandover } from './write-handover';

const route = getRouteApi('/own/substitutions/$substitutionId');

/** What a substitute has to know before starting. */
export function HandoverPage() {
  const t = useText();
  const session = useOwnSession();
  const { substitutionId } = route.useParams();
  const { body: substitution } = useSuspenseQuery(substitutionQuery(substitutionId)).data;
  const { body: handover } = useSuspenseQuery(handoverQuery(substitutionId)).data;
  const isOpen = substitution.status === 'proposed' || substitution.status === 'consented';
  const writes = isOpen && hasRole(session, 'agency.owner', 'agency.coordinator', 'agency.assistant');
  return (
    <Stack gap="xl" maw={820}>
      <PageHead
        title={t('substitutions.handover')}
        says={
          handover.complete ? t('substitutions.complete') : t('substitutions.lacks', { count: handover.missing.length })
        }
      />
      <SubstitutionCard substitution={substitution} />
      <LastTimes handover={handover} />
      <OpenMessages handover={handover} />
      {writes ? <WriteHandover key={handover.version} handover={handover} /> : <Written handover={handover} />}
      <TextLink to="/engagements/$engagementId" params={{ engagementId: substitution.engagementId }}>
        {t('substitutions.to-engagement')}
      </TextLink>
    </Stack>
  );
}

/** How each duty was done the last times: nobody has to write that down. */
function LastTimes({ handover }: { readonly handover: Handover }) {
  const t = useText();
  const format = useFormat();
  return (
    <Section title={t('substitutions.last-times')}>
      <Stack gap="md">
        {handover.duties.map(({ lineId, description, doneCriterion, lastRuns }) => (
          <div key={lineId}>
            <Title order={3} size="h5">
              {description}
            </Title>
            <Text size="sm" c="dimmed">
              {t('agreements.done-when', { criterion: doneCriterion })}
            </Text>
            <List size="sm">
              {lastRuns.length === 0 ? <List.Item>{t('substitutions.never-done')}</List.Item> : null}
              {lastRuns.map(({ periodFrom, periodTo, quantity, minutes, quality }) => (
                <List.Item key={periodFrom}>
                  {t('needs.term', { from: format.day(periodFrom), to: format.day(periodTo) })}
                  {` · ${quantity ?? 0} · ${format.minutes(minutes ?? 0)}`}
                  {quality === null ? '' : ` · ${t('substitutions.quality', { quality })}`}
                </List.Item>
              ))}
            </List>
          </div>
        ))}
      </Stack>
    </Section>
  );
}

function OpenMessages({ handover: { messages } }: { readonly handover: Handover }) {
  const t = useText();
  const format = useFormat();
  if (messages.length === 0) return null;
  return (
    <Section title={t('substitutions.open-messages')}>
      <List>
        {messages.map(({ messageId, kind, text, dueAt }) => (
          <List.Item key={messageId}>
            {t(`substitutions.${kind}`, { moment: format.moment(dueAt) })} {text}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function Written({ handover: { duties, openItems, promises, accesses } }: { readonly handover: Handover }) {
  const t = useText();
  const format = useFormat();
  const item = ({ what, dueOn }: { what: string; dueOn: string | null }): string =>
    dueOn === null ? what : `${what} (${format.day(dueOn)})`;
  return (
    <>
      <Section title={t('substitutions.how-tos')}>
        <List>
          {duties.map(({ lineId, description, howTo }) => (
            <List.Item key={lineId}>
              <Text fw={600}>{description}</Text>
              <Text>{howTo ?? t('substitutions.not-written')}</Text>
            </List.Item>
          ))}
        </List>
      </Section>
      {[
        { title: t('substitutions.open-items'), items: openItems },
        { title: t('substitutions.promises'), items: promises },
      ].map(({ title, items }) => (
        <Section key={title} title={title}>
          {items === null || items.length === 0 ? (
            <Text>{t(items === null ? 'substitutions.not-written' : 'substitutions.nothing')}</Text>
          ) : (
            <List>
              {items.map((one) => (
                <List.Item key={one.what}>{item(one)}</List.Item>
              ))}
            </List>
          )}
        </Section>
      ))}
      {accesses.length === 0 ? null : (
        <Section title={t('access-grants.title')}>
          <List>
            {accesses.map(({ accessGrantId, name, how }) => (
              <List.Item key={accessGrantId}>
                {name}: {how ?? t('substitutions.not-written')}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
