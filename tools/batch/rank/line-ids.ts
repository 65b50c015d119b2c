import { DomainError } from '#domain';

/** Names each line of a file once. */
export class LineIds {
  private readonly lines = new Map<string, number>();

  /** @param name the longer name of the id; `id` does as well */
  constructor(private readonly name: string) {}

  /** @throws DomainError `request.invalid` without an id, with two different ones, and for one that was there before */
  take(given: Readonly<Record<string, unknown>>, line: number): string {
    const { [this.name]: long, id: short } = given;
    const id = long ?? short;
    const name = typeof long === 'string' ? this.name : 'id';
    if (typeof id !== 'string') throw refused(name, 'missing', `\`${this.name}\` or \`id\` is needed.`);
    if (typeof short === 'string' && short !== id) throw refused(name, 'ambiguous', '`id` says something else.');
    const before = this.lines.get(id);
    if (before !== undefined) throw refused(name, 'duplicate', `It is the same as on line ${before}.`);
    this.lines.set(id, line);
    return id;
  }
}

const refused = (name: string, code: string, detail: string): DomainError =>
  new DomainError('request.invalid', { errors: [{ pointer: `/${name}`, code, detail }] });
