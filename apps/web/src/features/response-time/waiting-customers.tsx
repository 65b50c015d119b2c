import { Button, Group, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useAct } from '../../api/use-act';
import { useFormat } from '../../format/use-format';
import { EmptyState } from '../../parts/empty-state';
import { EndlessList } from '../../parts/endless-list';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useText } from '../../texts/use-text';
import { afterTelling, type Enquiry, tellEnquiry, waitingCustomersQuery } from './enquiry-queries';

/** Whom nobody has answered; who answered just now says so by one click. */
export function WaitingCustomers() {
  const t = useText();
  const waiting = useInfiniteQuery(waitingCustomersQuery);
  return (
    <Section title={t('response-time.waiting')}>
      <EndlessList query={waiting} rowHeight={44} empty={<EmptyState says={t('response-time.none-waiting')} />}>
        {(enquiry) => <WaitingCustomer enquiry={enquiry} />}
      </EndlessList>
    </Section>
  );
}

function WaitingCustomer({ enquiry }: { readonly enquiry: Enquiry }) {
  const t = useText();
  const format = useFormat();
  const { reference, openedAt, automatic } = enquiry;
  const answer = useAct(
    (_: void, key) => tellEnquiry({ reference, openedAt, automatic, firstAnsweredAt: new Date().toISOString() }, key),
    { outdates: afterTelling },
  );
  return (
    <>
      <ProblemNotice problem={answer.error} />
      <Group justify="space-between" py={4}>
        <Text>
          {reference}, {t('response-time.asked-at', { moment: format.moment(openedAt) })}
        </Text>
        <Button size="compact-sm" variant="subtle" loading={answer.isPending} onClick={() => answer.mutate()}>
          {t('response-time.answered-now')}
        </Button>
      </Group>
    </>
  );
}
