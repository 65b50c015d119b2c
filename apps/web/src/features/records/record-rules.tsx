import type { components } from '@ajudant/client';
import { Button, Group, List, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { client } from '../../api/client';
import { useAct } from '../../api/use-act';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { UndoButton } from '../../parts/undo-button';
import { useLanguage } from '../../texts/texts-provider';
import { useText } from '../../texts/use-text';
import { booksQuery } from './record-queries';

/** What rules would change that is shown at once. */
const mostShown = 10;

type Kind = 'income' | 'expense' | 'bank-line';
const categoriesOf: Readonly<Record<Kind, string>> = { income: 'income', expense: 'expense', 'bank-line': 'neutral' };

/** "From this counterpart: that category", said once and applied when somebody has looked at what it does. */
export function RecordRules({ businessId }: { readonly businessId: string }) {
  const t = useText();
  const { language } = useLanguage();
  const [kind, setKind] = useState<Kind>('expense');
  const [contains, setContains] = useState('');
  const [category, setCategory] = useState('');
  const { data: books } = useQuery(booksQuery(businessId));
  const { data: rules } = useQuery({
    queryKey: ['records', 'rules'],
    queryFn: () => client.body(client.api.GET('/v1/record-rules')),
  });
  const outdates = [['records']];
  const make = useAct(
    (body: components['schemas']['NewRecordRuleDto'], key) =>
      client.body(client.api.POST('/v1/record-rules', { params: { header: { 'Idempotency-Key': key } }, body })),
    { outdates, onDone: () => setContains('') },
  );
  const remove = useAct(
    (id: string) => client.body(client.api.DELETE('/v1/record-rules/{id}', { params: { path: { id } } })),
    { outdates },
  );
  const apply = useAct(
    (isPreview: boolean, key) =>
      client.body(
        client.api.POST('/v1/record-rules/applications', {
          params: { header: { 'Idempotency-Key': key } },
          body: { isPreview },
        }),
      ),
    { outdates },
  );
  const categories = (books?.body.categories ?? []).filter((known) => known.kind === categoriesOf[kind]);
  const nameOf = (code: string): string =>
    books?.body.categories.find((known) => known.code === code)?.names[language] ?? code;
  return (
    <Section title={t('records.rules')} says={t('records.rules-say')}>
      <Stack gap="sm">
        <List listStyleType="none">
          {(rules?.items ?? []).map((rule) => (
            <List.Item key={rule.id}>
              <Group gap="sm">
                <Text>{t('records.rule', { contains: rule.contains, category: nameOf(rule.category) })}</Text>
                <UndoButton
                  size="compact-sm"
                  variant="subtle"
                  says={t('records.remove-rule')}
                  act={() => remove.mutateAsync(rule.id)}
                />
              </Group>
            </List.Item>
          ))}
        </List>
        <Group align="flex-end">
          <NativeSelect
            label={t('records.kind')}
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value as Kind);
              setCategory('');
            }}
            data={(['expense', 'income', 'bank-line'] as const).map((value) => ({
              value,
              label: t(`records.kind-${value}`),
            }))}
          />
          <TextInput
            label={t('records.contains')}
            maxLength={100}
            value={contains}
            onChange={(event) => setContains(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('records.category')}
            value={category}
            onChange={(event) => setCategory(event.currentTarget.value)}
            data={[
              { value: '', label: t('records.no-category') },
              ...categories.map(({ code, names }) => ({ value: code, label: names[language] })),
            ]}
          />
          <Button
            variant="default"
            disabled={contains.trim() === '' || category === ''}
            loading={make.isPending}
            onClick={() => make.mutate({ kind, contains: contains.trim(), category })}
          >
            {t('records.add-rule')}
          </Button>
        </Group>
        <ProblemNotice problem={make.error ?? remove.error ?? apply.error} />
        <Group>
          <Button size="sm" variant="default" loading={apply.isPending} onClick={() => apply.mutate(true)}>
            {t('records.preview-rules')}
          </Button>
          {apply.data?.isPreview === true && apply.data.changed > 0 ? (
            <Button size="sm" loading={apply.isPending} onClick={() => apply.mutate(false)}>
              {t('records.apply-rules', { count: apply.data.changed })}
            </Button>
          ) : null}
          <Text size="sm" role="status">
            {apply.data === undefined
              ? ''
              : t(apply.data.isPreview ? 'records.rules-would' : 'records.rules-did', { count: apply.data.changed })}
          </Text>
        </Group>
        {apply.data === undefined || apply.data.items.length === 0 ? null : (
          <List size="sm">
            {apply.data.items.slice(0, mostShown).map(({ recordId, description, category: code }) => (
              <List.Item key={recordId}>
                {t('records.rule', { contains: description, category: nameOf(code) })}
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Section>
  );
}
