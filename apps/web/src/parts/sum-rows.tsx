import { Table, Text } from '@mantine/core';

/** What is charged for, how much of it, and what that makes; on a phone as well. */
export function ChargeRow({
  what,
  much,
  amount,
}: {
  readonly what: string;
  readonly much: string;
  readonly amount: string;
}) {
  return (
    <Table.Tr>
      <Table.Td>
        {what}
        <Text size="sm" c="dimmed">
          {much}
        </Text>
      </Table.Td>
      <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }}>
        {amount}
      </Table.Td>
    </Table.Tr>
  );
}

/** The last rows of such a table: what it comes to, each sum with its name; the last one is what counts. */
export function SumRows({ sums }: { readonly sums: readonly (readonly [name: string, value: string])[] }) {
  return sums.map(([name, value], place) => (
    <Table.Tr key={name} {...(place === sums.length - 1 ? { fw: 600 } : {})}>
      <Table.Td>{name}</Table.Td>
      <Table.Td ta="end" style={{ whiteSpace: 'nowrap' }}>
        {value}
      </Table.Td>
    </Table.Tr>
  ));
}
