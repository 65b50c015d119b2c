import { Badge } from '@mantine/core';

/** What it means for the reader; shape and colour only say it again. */
export type Meaning = 'draft' | 'waits-for-you' | 'waits-for-them' | 'good' | 'at-risk' | 'ended';

const look: Readonly<Record<Meaning, { readonly color: string; readonly shape: string; readonly variant: string }>> = {
  draft: { color: 'gray', shape: '○', variant: 'outline' },
  'waits-for-you': { color: 'amber', shape: '◆', variant: 'light' },
  'waits-for-them': { color: 'gray', shape: '◇', variant: 'light' },
  good: { color: 'sea', shape: '●', variant: 'light' },
  'at-risk': { color: 'amber', shape: '▲', variant: 'filled' },
  ended: { color: 'gray', shape: '■', variant: 'outline' },
};

export function StatusWord({ meaning, word }: { readonly meaning: Meaning; readonly word: string }) {
  const { color, shape, variant } = look[meaning];
  return (
    <Badge
      color={color}
      variant={variant}
      tt="none"
      radius="sm"
      // It is never too narrow for its word, and grey on paper is the grey of text.
      maw="none"
      style={{ flexShrink: 0 }}
      {...(color === 'gray' ? { c: 'dimmed' } : {})}
      leftSection={
        <span aria-hidden style={{ fontSize: '0.7em' }}>
          {shape}
        </span>
      }
    >
      {word}
    </Badge>
  );
}
