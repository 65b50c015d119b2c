import { Table } from '@mantine/core';

/** The last rows of a table of three columns: what it comes to, each sum with its name. */
export function SumRows({ sums }: { readonly sums: readonly (readonly [name: string, value: string])[] }) {
  return sums.map(([name, value]) => (
    <Table.Tr key={name}>
      <Table.Td colSpan={2}>{name}</Table.Td>
      <Table.Td ta="end">{value}</Table.Td>
    </Table.Tr>
  ));
}
