import type { components } from '@ajudant/client';
import { SimpleGrid, Text } from '@mantine/core';
import { useFormat } from '../format/use-format';
import { useText } from '../texts/use-text';

type Parties = components['schemas']['PartiesDto'];

/** Who both sides are to the law, as papers name them; nothing in papers of before that was stated. */
export function LegalParties({ parties }: { readonly parties: Parties | null }) {
  const t = useText();
  if (parties === null) return null;
  return (
    <SimpleGrid cols={2} maw={640}>
      {(['agency', 'business'] as const).map((side) => (
        <Party key={side} title={t(`reviews.by-${side}`)} party={parties[side]} />
      ))}
    </SimpleGrid>
  );
}

function Party({ title, party }: { readonly title: string; readonly party: Parties['agency'] }) {
  const format = useFormat();
  const { address, countryCode, legalName, registrationNumber, vatId } = party;
  const town = [address?.postalCode, address?.city, address?.region].filter(Boolean).join(' ');
  const lines = [address?.street, town, format.country(countryCode), vatId, registrationNumber].filter(Boolean);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text fw={600}>{legalName}</Text>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </div>
  );
}
