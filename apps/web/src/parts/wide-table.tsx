import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Wide } from './wide';

/** What stands above a column; figures stand at its end. */
export type ColumnHead = string | { readonly figures: string };

/** A table that a phone is too narrow for; its rows are the children. */
export function WideTable({
  label,
  width,
  heads = [],
  children,
}: {
  readonly label: string;
  readonly width: number;
  readonly heads?: readonly ColumnHead[];
  readonly children: ReactNode;
}) {
  return (
    <Wide label={label} width={width}>
      <Table>
        {heads.length === 0 ? null : (
          <Table.Thead>
            <Table.Tr>
              {heads.map((head) =>
                typeof head === 'string' ? (
                  <Table.Th key={head}>{head}</Table.Th>
                ) : (
                  <Table.Th key={head.figures} ta="end">
                    {head.figures}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
        )}
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Wide>
  );
}
