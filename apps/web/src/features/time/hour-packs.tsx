import type { components } from '@ajudant/client';
import { Stack, Table, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormat } from '../../format/use-format';
import { TextLink } from '../../parts/links';
import { Section } from '../../parts/section';
import { WideTable } from '../../parts/wide-table';
import { useText } from '../../texts/use-text';
import { hourPacksQuery } from './time-queries';

type Pack = components['schemas']['HourPackDto'];

/** The packs of hours of an engagement, the latest first; nothing where none was bought. */
export function HourPacks({ engagementId }: { readonly engagementId: string }) {
  const t = useText();
  const { data } = useSuspenseQuery(hourPacksQuery(engagementId));
  if (data.length === 0) return null;
  const heads = [
    t('time.packs-period'),
    t('time.packs-hours'),
    t('time.packs-charged'),
    { figures: t('time.packs-price') },
  ];
  return (
    <Section title={t('time.packs')}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('time.packs-say')}
        </Text>
        <WideTable label={t('time.packs')} width={560} heads={heads}>
          {data.map((pack) => (
            <PackRow key={pack.id} pack={pack} />
          ))}
        </WideTable>
      </Stack>
    </Section>
  );
}

function PackRow({ pack }: { readonly pack: Pack }) {
  const t = useText();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td>
        {pack.description}
        <Text size="sm" c="dimmed">
          {t('needs.term', { from: format.day(pack.periodFrom), to: format.day(pack.periodTo) })}
        </Text>
      </Table.Td>
      <Table.Td>
        {format.minutes(pack.minutes)}
        {pack.refundedMinutes === 0 ? null : (
          <Text size="sm">{t('time.packs-refunded', { minutes: format.minutes(pack.refundedMinutes) })}</Text>
        )}
      </Table.Td>
      <Table.Td>
        {pack.invoiceId === null ? (
          t('time.packs-not-charged')
        ) : (
          <TextLink to="/invoices/$invoiceId" params={{ invoiceId: pack.invoiceId }}>
            {t('time.packs-invoice')}
          </TextLink>
        )}
      </Table.Td>
      <Table.Td ta="end">{format.money(pack.price)}</Table.Td>
    </Table.Tr>
  );
}
