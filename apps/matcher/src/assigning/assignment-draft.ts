import {
  type AssistantId,
  type CalendarCache,
  type Candidate,
  judge,
  type MatchingContext,
  type PreparedNeed,
  scoreOf,
  sharedSpans,
  type Spans,
  spansOf,
  takenTime,
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

/** Who could do what, each as if there were no other need; worked out once, for all drafts. */
export class Possibilities {
  private readonly byNeed = new Map<WaitingNeed, readonly Placement[]>();

  constructor(
    private readonly context: MatchingContext,
    private readonly cache: CalendarCache,
  ) {}

  /** The better first. */
  of(need: WaitingNeed): readonly Placement[] {
    let known = this.byNeed.get(need);
    if (known === undefined) {
      const possible = need.options.flatMap((candidate) => this.beside(need, candidate, []) ?? []);
      known = possible.toSorted((a, b) => b.score - a.score);
      this.byNeed.set(need, known);
    }
    return known;
  }

  /** With what is left to somebody beside other needs; null when that isn't enough. */
  beside(need: WaitingNeed, candidate: Candidate, others: readonly Placement[]): Placement | null {
    const busy = others.length === 0 ? candidate.busy : together([candidate.busy, ...others.map(({ spans }) => spans)]);
    const left = { ...candidate, busy };
    const { failed, overlap } = judge(need.prepared, left, this.context.rates, this.cache);
    if (failed.length > 0 || overlap === null) return null;
    const score = scoreOf(need.prepared, left, overlap, this.context).total;
    const spans = sharedSpans(need.prepared, workingTime(need.prepared, left, this.cache), takenTime(left));
    return { need, candidate, score, spans };
  }
}

/**
 * An assignment while it is being made: who would do what, so that nobody is twice at the same time and everybody passes
 * every hard filter with the hours of all their other needs taken.
 */
export class AssignmentDraft {
  private readonly byNeed = new Map<WaitingNeed, Placement>();
  private readonly byAssistant = new Map<AssistantId, Set<Placement>>();

  constructor(private readonly possibilities: Possibilities) {}

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

  /** Whoever is possible for a need beside what they have in this draft. */
  possible(need: WaitingNeed): Placement[] {
    return this.possibilities.of(need).flatMap((placement) => this.withOthers(placement) ?? []);
  }

  /** The best of them, if its score is above one. */
  best(need: WaitingNeed, above = -1): Placement | null {
    let best: Placement | null = null;
    for (const placement of this.possibilities.of(need)) {
      // With hours taken a score can only be lower, so all that follow are no better.
      const toBeat = best?.score ?? above;
      if (placement.score <= toBeat) break;
      const left = this.withOthers(placement);
      if (left !== null && left.score > toBeat) best = left;
    }
    return best;
  }

  private withOthers(placement: Placement): Placement | null {
    const { need, candidate } = placement;
    const others = [...(this.byAssistant.get(candidate.assistantId) ?? [])].filter((other) => other.need !== need);
    if (others.length === 0) return placement;
    const left = this.possibilities.beside(need, candidate, others);
    if (left === null) return null;
    const holds = others.every((other) => {
      const rest = others.filter((one) => one !== other);
      return this.possibilities.beside(other.need, candidate, [...rest, left]) !== null;
    });
    return holds ? left : null;
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
}

function together(all: readonly Spans[]): number[] {
  return spansOf(
    all.flatMap((spans) =>
      Array.from({ length: spans.length / 2 }, (_, index) => [spans[2 * index]!, spans[2 * index + 1]!] as const),
    ),
  );
}
