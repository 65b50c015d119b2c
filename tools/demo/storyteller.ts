/** What isn't as it should be ends the story. */
export class StoryFailure extends Error {}

/** Tells the journey step by step, and holds it against what is expected. */
export class Storyteller {
  private chapters = 0;

  chapter(title: string): void {
    this.chapters += 1;
    console.log(`\n${this.chapters}. ${title}`);
  }

  say(text: string): void {
    for (const line of text.split('\n')) console.log(`   ${line}`);
  }

  /** @throws StoryFailure unless it holds */
  expect(holds: boolean, what: string): void {
    if (!holds) throw new StoryFailure(`step ${this.chapters}: expected that ${what}`);
  }
}

/** `12.50 EUR`; the amounts of the demo are in currencies with two digits. */
export const amount = ({ amountMinor, currency }: { amountMinor: number; currency: string }): string =>
  `${(amountMinor / 100).toFixed(2)} ${currency}`;
