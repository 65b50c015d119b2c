import { Table, TextInput } from '@mantine/core';
import { useText } from '../texts/use-text';
import { WideTable } from './wide-table';

export interface RejectedLine {
  readonly line: number;
  readonly field: string | null;
  readonly written: string | null;
  readonly reason: string;
}

interface Correcting {
  /** What was said in the place of what stands there. */
  readonly said: ReadonlyMap<RejectedLine, string>;
  /** What stands in the cell, whole; null where there is none to be written anew. */
  readonly standingAt: (line: RejectedLine) => string | null;
  readonly onSay: (line: RejectedLine, words: string) => void;
}

/** Lines of a file that were not taken, each with the column, what stands there and the reason; a cell can be written anew. */
export function RejectedLines({
  lines,
  ...correcting
}: { readonly lines: readonly RejectedLine[] } & (Correcting | Partial<Record<keyof Correcting, never>>)) {
  const t = useText();
  if (lines.length === 0) return null;
  return (
    <WideTable
      label={t('roster.rejected')}
      width={640}
      heads={[t('roster.line'), t('roster.column'), t('roster.written'), t('roster.reason')]}
    >
      {lines.map((rejected) => {
        const { line, field, written, reason } = rejected;
        const standing = correcting.standingAt?.(rejected) ?? null;
        return (
          <Table.Tr key={`${line} ${field} ${reason}`}>
            <Table.Td>{line}</Table.Td>
            <Table.Td>{field}</Table.Td>
            <Table.Td c="dimmed">
              {correcting.onSay !== undefined && standing !== null ? (
                <TextInput
                  size="xs"
                  aria-label={`${t('roster.line')} ${line}, ${field}`}
                  value={correcting.said.get(rejected) ?? standing}
                  onChange={(event) => correcting.onSay(rejected, event.currentTarget.value)}
                />
              ) : (
                written
              )}
            </Table.Td>
            <Table.Td>{reason}</Table.Td>
          </Table.Tr>
        );
      })}
    </WideTable>
  );
}
