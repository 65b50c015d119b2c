import { type AgencyStatus, answeredShare } from '#domain';
import type { AssistantColumns } from './assistant-columns.js';
import { UuidTable } from './uuid-table.js';

/** What is known of an agency and holds for all of its assistants. */
export interface AgencyFacts {
  readonly status: AgencyStatus;
  readonly responses: { readonly answered: number; readonly missed: number };
}

const statuses = ['registered', 'verified', 'suspended', 'closed'] as const satisfies readonly AgencyStatus[];

/** Agencies and who works for each, as a list that goes through the assistants' columns. */
export class AgencyTable {
  readonly ids = new UuidTable();
  private status = new Uint8Array(0);
  private answered = new Uint32Array(0);
  private missed = new Uint32Array(0);
  private first = new Int32Array(0);

  /** The row of an agency. One of which nothing is known yet is registered and was never invited. */
  rowOf(agencyId: string): number {
    const row = this.ids.add(agencyId);
    if (row < this.status.length) return row;
    const room = this.ids.rows.roomFor(row + 1);
    const [status, answered, missed, first] = [this.status, this.answered, this.missed, this.first];
    this.status = new Uint8Array(room);
    this.answered = new Uint32Array(room);
    this.missed = new Uint32Array(room);
    this.first = new Int32Array(room).fill(-1);
    this.status.set(status);
    this.answered.set(answered);
    this.missed.set(missed);
    this.first.set(first);
    return row;
  }

  set(row: number, { status, responses }: AgencyFacts): void {
    this.status[row] = statuses.indexOf(status);
    this.answered[row] = responses.answered;
    this.missed[row] = responses.missed;
  }

  factsOf(row: number): AgencyFacts {
    const responses = { answered: this.answered[row]!, missed: this.missed[row]! };
    return { status: statuses[this.status[row]!]!, responses };
  }

  isVerified(row: number): boolean {
    return statuses[this.status[row]!] === 'verified';
  }

  /** The part of invitations that were answered, 0 to 1, as the domain counts it. */
  answeredShareOf(row: number): number {
    return answeredShare(this.answered[row]!, this.missed[row]!);
  }

  *members(row: number, { next }: AssistantColumns): Iterable<number> {
    for (let member = this.first[row]!; member >= 0; member = next[member]!) yield member;
  }

  /** @param member whose column `agency` says which agency it is */
  link(member: number, { agency, previous, next }: AssistantColumns): void {
    const first = this.first[agency[member]!]!;
    previous[member] = -1;
    next[member] = first;
    if (first >= 0) previous[first] = member;
    this.first[agency[member]!] = member;
  }

  unlink(member: number, { agency, previous, next }: AssistantColumns): void {
    const [before, after] = [previous[member]!, next[member]!];
    if (before >= 0) next[before] = after;
    else this.first[agency[member]!] = after;
    if (after >= 0) previous[after] = before;
  }

  get bytes(): number {
    const own = [this.status, this.answered, this.missed, this.first];
    return own.reduce((sum, { byteLength }) => sum + byteLength, 0) + this.ids.bytes;
  }
}
