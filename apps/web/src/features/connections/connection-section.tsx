import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Form } from '../../parts/form';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';

/** What is connected so far, and the form that connects more; its fields are the children. */
export function ConnectionSection<Item>({
  title,
  says,
  none,
  known,
  card,
  make,
  made,
  step,
  onSend,
  children,
}: {
  readonly title: string;
  readonly says: string;
  /** What stands where nothing is connected. */
  readonly none: string;
  readonly known: { readonly data: { readonly items: readonly Item[] } | undefined; readonly error: Error | null };
  readonly card: (item: Item) => ReactNode;
  readonly make: { readonly isPending: boolean; readonly error: Error | null };
  /** What is shown once of what was made last. */
  readonly made?: ReactNode;
  /** What the button says. */
  readonly step: string;
  readonly onSend: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Section title={title}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {says}
        </Text>
        {known.data?.items.length === 0 ? <Text>{none}</Text> : null}
        {known.data?.items.map(card)}
        <ProblemNotice problem={known.error ?? make.error} />
        {made}
        <Form onSend={onSend}>
          <Stack gap="sm" maw={480}>
            {children}
            <Group>
              <Button type="submit" variant="light" loading={make.isPending}>
                {step}
              </Button>
            </Group>
          </Stack>
        </Form>
      </Stack>
    </Section>
  );
}
