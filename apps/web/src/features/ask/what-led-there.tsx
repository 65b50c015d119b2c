import { Mark, Text } from '@mantine/core';
import type { Suggestions } from './trouble';

/** The reader's own words, those marked that led to a duty. */
export function WhatLedThere({ words, suggestions }: { readonly words: string; readonly suggestions: Suggestions }) {
  const marks = suggestions.items
    .flatMap(({ evidence }) => evidence)
    .sort((one, other) => one.start - other.start)
    .filter(({ start }, index, all) => index === 0 || start >= all[index - 1]!.end);
  if (marks.length === 0) return null;
  let at = 0;
  const parts = marks.flatMap(({ start, end }) => {
    const before = words.slice(at, start);
    at = end;
    return [before, <Mark key={start}>{words.slice(start, end)}</Mark>];
  });
  return (
    <Text fs="italic">
      {parts}
      {words.slice(at)}
    </Text>
  );
}
