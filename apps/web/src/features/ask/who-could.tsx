import { Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { currencyOf } from '../../format/currency-of';
import { useFormat } from '../../format/use-format';
import { readersZone } from '../../format/readers-zone';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { useDuties } from '../catalogue/use-catalogue';
import { monthlyMinutes, offeringQuery, whoCould } from './preview';
import type { WantedDuty } from './trouble';
import { TextLink } from '../../parts/links';
import classes from './who-could.module.css';

const shown = 5;

/** Assistants who offer the duties, and about what a month with each would cost: by rules of thumb, before anybody promises. */
export function WhoCould({ duties }: { readonly duties: readonly WantedDuty[] }) {
  const t = useText();
  const format = useFormat();
  const { language } = useLanguage();
  const catalogue = useDuties();
  const { data } = useQuery(offeringQuery(duties.map(({ dutyCode }) => dutyCode)));
  const minutes = monthlyMinutes(duties, catalogue);
  if (data === undefined) return <Skeleton h={280} />;
  const candidates = whoCould(duties, data, { language, currency: currencyOf(readersZone) });
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('ask.who')}
      </Title>
      <Text>
        {candidates.length === 0
          ? t('ask.nobody')
          : t('ask.about', { count: candidates.length, time: format.minutes(minutes) })}
      </Text>
      {candidates.slice(0, shown).map(({ assistant, offered }) => (
        <Card key={assistant.id} withBorder padding="md">
          <Group justify="space-between" align="flex-start" gap="sm">
            <Stack gap={2}>
              <TextLink fw={600} to="/assistants/$assistantId" params={{ assistantId: assistant.id }}>
                {assistant.displayName}
              </TextLink>
              <Text size="sm">
                {assistant.professionalTitle} · {assistant.agencyName}
              </Text>
              <Text size="sm" c="dimmed">
                {offered.length === duties.length
                  ? t('ask.offers-all')
                  : t('ask.offers', { count: offered.length, all: duties.length })}
                {assistant.instantBooking ? ` · ${t('directory.at-once')}` : null}
              </Text>
            </Stack>
            <Stack gap={2} className={classes['price']}>
              <Text fw={600}>
                {t('ask.a-month', {
                  price: format.aboutMoney({
                    amountMinor: Math.round((assistant.hourlyRate.amountMinor * minutes) / 60),
                    currency: assistant.hourlyRate.currency,
                  }),
                })}
              </Text>
              <Text size="sm" c="dimmed">
                {t('words.per-hour', { price: format.money(assistant.hourlyRate) })}
              </Text>
            </Stack>
          </Group>
        </Card>
      ))}
    </Stack>
  );
}
