import { Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { Money } from '../../format/use-format';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { CardPayments } from './card-payments';
import { FactList } from './fact-list';
import { depositQuery } from './money-queries';

/** How the business pays ahead: to which account, and by which reference of its own. */
export function Deposit({ unused }: { readonly unused: readonly Money[] }) {
  const t = useText();
  const { data } = useSuspenseQuery(depositQuery);
  return (
    <>
      <Section title={t('money.pay-ahead')}>
        {data.account === null ? (
          <Text size="sm">{t('invoices.no-account')}</Text>
        ) : (
          <FactList
            facts={[
              [t('invoices.holder'), data.account.holder],
              [t('invoices.iban'), inGroups(data.account.iban)],
              [t('invoices.reference'), inGroups(data.reference)],
            ]}
          />
        )}
        <Text size="sm" c="dimmed" mt="xs">
          {t('money.pay-ahead-says')}
        </Text>
      </Section>
      {data.cards ? <CardPayments unused={unused} /> : null}
    </>
  );
}

/** In groups of four, as on paper. */
const inGroups = (text: string): string => text.replaceAll(/(.{4})(?=.)/g, '$1 ');
