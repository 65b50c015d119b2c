import { Button, Group } from '@mantine/core';
import { Saved } from '../../parts/saved';
import { useText } from '../../texts/use-text';

/** Keeps what is written over a listing, and says that it is kept. */
export function SaveListing({
  act,
  onSave,
}: {
  readonly act: { readonly isPending: boolean; readonly isSuccess: boolean };
  readonly onSave: () => void;
}) {
  const t = useText();
  return (
    <Group>
      <Button loading={act.isPending} onClick={onSave}>
        {t('listing.save')}
      </Button>
      <Saved act={act} />
    </Group>
  );
}
