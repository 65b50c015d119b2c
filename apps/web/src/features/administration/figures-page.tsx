import { Stack } from '@mantine/core';
import { PageHead } from '../../parts/page-head';
import { useText } from '../../texts/use-text';
import { Health } from './health';
import { Readers } from './readers';
import { MarketplaceFigures } from './marketplace-figures';

/** How much there is of everything, and how the machinery is doing. */
export function FiguresPage() {
  const t = useText();
  return (
    <Stack gap="xxl">
      <PageHead title={t('shell.figures')} says={t('administration.figures-say')} />
      <Health />
      <MarketplaceFigures />
      <Readers />
    </Stack>
  );
}
