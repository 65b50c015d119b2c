/** One value that a rule refuses. */
export interface Finding {
  /** Names of members and indices of items, from the outermost. */
  readonly path: readonly string[];
  /** As class-validator calls it, such as `isInt`; `unknown` for a member that no rule speaks of, `required` for one that is missing. */
  readonly rule: string;
  readonly message: string;
}

/** Whoever sends more than this wrong has no use for the rest. */
export const maxFindings = 50;

/** What is wrong with a value, as far as it was looked at: after 50 findings nobody looks any further. */
export class Findings {
  private readonly refused: Finding[] = [];
  private readonly gaps: Finding[] = [];
  private readonly path: string[] = [];

  /** Where the look into the value stands. */
  enter(name: string): void {
    this.path.push(name);
  }

  leave(): void {
    this.path.pop();
  }

  add(name: string, rule: string, message: string): void {
    if (!this.isFull) this.refused.push({ path: [...this.path, name], rule, message });
  }

  /** What no rule refuses and no code reckons with; told where nothing else is wrong. */
  addGap(name: string, rule: string, message: string): void {
    if (this.refused.length === 0 && this.gaps.length < maxFindings)
      this.gaps.push({ path: [...this.path, name], rule, message });
  }

  get isFull(): boolean {
    return this.refused.length >= maxFindings;
  }

  /** At most 50. */
  get all(): readonly Finding[] {
    return this.refused.length > 0 ? this.refused : this.gaps;
  }
}
