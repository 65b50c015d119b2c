import { Alert, List } from '@mantine/core';
import { useText } from '../texts/use-text';

export interface ChangedField {
  readonly what: string;
  readonly before?: string;
  readonly now?: string;
}

/** What somebody else changed while the reader was writing. */
export function ChangedMeanwhile({ fields }: { readonly fields: readonly ChangedField[] }) {
  const t = useText();
  if (fields.length === 0) return null;
  return (
    <Alert color="amber" variant="light" role="status" title={t('words.changed-meanwhile')}>
      <List size="sm">
        {fields.map(({ what, before, now }) => (
          <List.Item key={what}>
            {what}
            {now === undefined ? null : (
              <>
                {': '}
                <del>{before}</del> <ins>{now}</ins>
              </>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
