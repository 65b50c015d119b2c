import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { clients, type Contestant, type Round } from './contestant.js';
import { hourOf } from './free-time.js';
import { type Market, tokenOf } from './market.js';

/** Time of an assistant, held over HTTP with keys of their own, by so many clients at a time. */
export class HoldsOverHttp implements Contestant {
  readonly name = 'bookings held over HTTP, all-in-one';
  private readonly agent = new Agent({ keepAlive: true });
  private readonly held: number[];
  private token = '';

  constructor(
    private readonly url: string,
    private readonly market: Market,
  ) {
    this.held = market.places.map(() => 0);
  }

  /** How many have been booked so far. */
  get booked(): number {
    return this.held.reduce((sum, count) => sum + count, 0);
  }

  async round(seconds: number): Promise<Round> {
    const end = performance.now() + seconds * 1_000;
    return this.until(() => performance.now() >= end);
  }

  /** Books until so many are. */
  async fill(count: number): Promise<void> {
    await this.until(() => this.booked >= count);
  }

  /** What many get who want one and the same hour again and again, which nobody has: answers by status, and a second. */
  async hotSlot(
    seconds: number,
    many: number,
    hour: number,
  ): Promise<{ byStatus: Record<number, number>; rate: number }> {
    this.token = await tokenOf(this.url, this.market.email);
    const byStatus: Record<number, number> = {};
    const started = performance.now();
    const wanting = async (): Promise<void> => {
      while (performance.now() < started + seconds * 1_000) {
        const status = await this.hold(0, hour);
        byStatus[status] = (byStatus[status] ?? 0) + 1;
      }
    };
    await Promise.all(Array.from({ length: many }, wanting));
    const answers = Object.values(byStatus).reduce((sum, count) => sum + count, 0);
    return { byStatus, rate: (answers * 1_000) / (performance.now() - started) };
  }

  async stop(): Promise<void> {
    this.agent.destroy();
  }

  private async until(isOver: () => boolean): Promise<Round> {
    this.token = await tokenOf(this.url, this.market.email);
    const started = performance.now();
    const before = this.booked;
    const client = async (place: number): Promise<void> => {
      while (!isOver()) {
        const status = await this.hold(place, (this.held[place]! += 1));
        if (status !== 201) throw new Error(`a hold was answered with ${status}`);
      }
    };
    await Promise.all(Array.from({ length: clients }, (_, place) => client(place)));
    const booked = this.booked - before;
    return { booked, rate: (booked * 1_000) / (performance.now() - started) };
  }

  private hold(place: number, hour: number): Promise<number> {
    const { agreementId } = this.market.places[place]!;
    const body = JSON.stringify({ agreementId, slots: [hourOf(hour)] });
    const headers = {
      authorization: `Bearer ${this.token}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
      'content-length': body.length,
    };
    return new Promise((resolve, reject) => {
      const asked = request(`${this.url}/v1/bookings`, { method: 'POST', agent: this.agent, headers }, (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      });
      asked.once('error', reject);
      asked.end(body);
    });
  }
}
