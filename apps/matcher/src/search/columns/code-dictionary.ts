/** Numbers codes from 0 as they come up; a code that nobody uses any more keeps its number. */
export class CodeDictionary {
  private readonly numbers = new Map<string, number>();
  private readonly codes: string[] = [];

  /** @param most numbers that there are room for where they are kept */
  constructor(
    private readonly what: string,
    private readonly most: number,
  ) {}

  /** @throws RangeError when there are more different codes than can be kept */
  add(code: string): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    if (this.codes.length >= this.most) throw new RangeError(`more than ${this.most} different ${this.what}`);
    this.numbers.set(code, this.codes.length);
    return this.codes.push(code) - 1;
  }

  numberOf(code: string): number | undefined {
    return this.numbers.get(code);
  }

  codeOf(number: number): string {
    return this.codes[number]!;
  }

  get size(): number {
    return this.codes.length;
  }

  all(): readonly string[] {
    return this.codes;
  }
}
