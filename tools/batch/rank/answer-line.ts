import type { NeedToMatch, Shortlist } from '#domain';

/** A need's answer as a line, with its end. */
export function answerOf(
  { needId }: NeedToMatch,
  { entries, nearMisses, considered }: Shortlist,
  excluded: readonly { readonly assistantId: string; readonly reason: string }[],
): string {
  const ranked = entries.map(({ rank, assistantId, agencyId, score, newcomerSlot, explanation }) => ({
    rank,
    assistantId,
    agencyId,
    score,
    parts: Object.fromEntries(explanation.parts.map(({ part, points }) => [part, points])),
    ...(newcomerSlot !== null && { newcomerSlot }),
  }));
  return `${JSON.stringify({ needId, considered, ranked, excluded, nearMisses })}\n`;
}
