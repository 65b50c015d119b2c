import {
  type AssistantId,
  CalendarCache,
  type Candidate,
  judge,
  type MatchingContext,
  type PreparedNeed,
  scoreOf,
  sharedSpans,
  type Spans,
  spansOf,
  workingTime,
} from '#domain';

/** A need that waits for somebody, and those who could take it, the better first. */
export interface WaitingNeed {
  readonly prepared: PreparedNeed;
  readonly options: readonly Candidate[];
}

export interface Placement {
  readonly need: WaitingNeed;
  readonly candidate: Candidate;
  /** Millionths, as in a shortlist, with the hours of the assistant's other needs taken. */
  readonly score: number;
  /** The asked hours that the assistant has free: taken by this need. */
  readonly spans: Spans;
}

/**
 * An assignment while it is being made: who would do what, so that nobody is twice at the same time and everybody passes
 * every hard filter with the hours of all their other needs taken.
 */
export class AssignmentDraft {
  private readonly byNeed = new Map<WaitingNeed, Placement>();
  private readonly byAssistant = new Map<AssistantId, Set<Placement>>();

  constructor(
    private readonly context: MatchingContext,
    private readonly cache: CalendarCache,
  ) {}

  /** Millionths. */
  get sum(): number {
    return this.placements().reduce((sum, { score }) => sum + score, 0);
  }

  placements(): readonly Placement[] {
    return [...this.byNeed.values()];
  }

  of(need: WaitingNeed): Placement | undefined {
    return this.byNeed.get(need);
  }

  /** Somebody for a need, with what they have left beside their other needs; null when that isn't enough. */
  possible(need: WaitingNeed, candidate: Candidate): Placement | null {
    const others = [...(this.byAssistant.get(candidate.assistantId) ?? [])].filter((other) => other.need !== need);
    const placement = this.judged(need, candidate, others);
    if (placement === null) return null;
    const holds = others.every((other) => {
      const rest = others.filter((one) => one !== other);
      return this.judged(other.need, candidate, [...rest, placement]) !== null;
    });
    return holds ? placement : null;
  }

  /** In the place of whoever had the need before. */
  place(placement: Placement): void {
    const before = this.byNeed.get(placement.need);
    if (before !== undefined) this.byAssistant.get(before.candidate.assistantId)?.delete(before);
    this.byNeed.set(placement.need, placement);
    const { assistantId } = placement.candidate;
    const ofAssistant = this.byAssistant.get(assistantId) ?? new Set();
    this.byAssistant.set(assistantId, ofAssistant.add(placement));
  }

  private judged(need: WaitingNeed, candidate: Candidate, others: readonly Placement[]): Placement | null {
    const left =
      others.length === 0 ? candidate : { ...candidate, busy: together([candidate.busy, ...spansIn(others)]) };
    const { failed, overlap } = judge(need.prepared, left, this.context.rates, this.cache);
    if (failed.length > 0 || overlap === null) return null;
    const score = scoreOf(need.prepared, left, overlap, this.context).total;
    const spans = sharedSpans(need.prepared, workingTime(need.prepared, left, this.cache), left.busy);
    return { need, candidate, score, spans };
  }
}

const spansIn = (placements: readonly Placement[]): Spans[] => placements.map(({ spans }) => spans);

function together(all: readonly Spans[]): number[] {
  return spansOf(
    all.flatMap((spans) =>
      Array.from({ length: spans.length / 2 }, (_, index) => [spans[2 * index]!, spans[2 * index + 1]!] as const),
    ),
  );
}
