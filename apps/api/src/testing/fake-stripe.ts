import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Fields = Readonly<Record<string, string>>;

interface FakeCharge {
  readonly fee: number | null;
}

interface FakeSession {
  readonly id: string;
  readonly paymentId: string;
  readonly intentId: string;
  readonly amount: number;
  readonly currency: string;
  /** Where whoever has paid, or doesn't want to, is led back to. */
  readonly back: Readonly<Record<'success' | 'cancel', string>>;
  status: 'open' | 'complete' | 'expired';
  intentStatus: 'requires_payment_method' | 'processing' | 'succeeded';
  charge: FakeCharge | null;
}

interface FakeTransfer {
  readonly amount: number;
  readonly destination: string;
  readonly payoutId: string;
  /** What was taken back of it so far. */
  reversed: number;
}

interface FakeDispute {
  readonly intentId: string;
  readonly amount: number;
  readonly fee: number;
  status: string;
  /** What of the fee comes back with the money; null as long as the money isn't back. */
  feeBack: number | null;
}

/** How it answers: well; after the caller has lost patience; with a fault of its own; or that it is short of money. */
type Mood = 'well' | 'silent' | 'broken' | 'short';

export const fakeStripeSecret = 'whsec_of_the_tests';

/** An event about something, as Stripe sends it: its body, and what it says in `stripe-signature`. */
export function fakeStripeEvent(
  type: string,
  object: object,
  at: string,
  secret = fakeStripeSecret,
): { body: string; signature: string } {
  const body = JSON.stringify({ id: `evt_${randomUUID()}`, object: 'event', type, data: { object } });
  const time = Math.floor(Date.parse(at) / 1_000);
  const signature = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  return { body, signature: `t=${time},v1=${signature}` };
}

/**
 * Stripe as far as it is asked here, out of its documentation: sessions, refunds, transfers, accounts and disputes that a spec moves, with the same
 * answer for the same idempotency key, and signed events about them.
 */
export class FakeStripe {
  mood: Mood = 'well';
  readonly sessions = new Map<string, FakeSession>();
  readonly refunds = new Map<string, { status: string; amount: number; refundId: string; intentId: string }>();
  readonly transfers = new Map<string, FakeTransfer>();
  readonly accounts = new Map<string, { transfers: 'pending' | 'active' }>();
  readonly disputes = new Map<string, FakeDispute>();
  /** Happens once, when the next order was carried out, which nobody is told then. */
  onOrder: (() => void) | null = null;
  /** In minor units of euros. */
  balance = 0;
  private readonly byKey = new Map<string, [number, object]>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(): Promise<FakeStripe> {
    const fake = new FakeStripe();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  sessionOf(paymentId: string): FakeSession {
    return [...this.sessions.values()].find((session) => session.paymentId === paymentId)!;
  }

  /** Somebody pays by her card. @param fee null where Stripe doesn't know it yet */
  pay(paymentId: string, fee: number | null = 50): void {
    const session = this.sessionOf(paymentId);
    Object.assign(session, { status: 'complete', intentStatus: 'succeeded', charge: { fee } });
    this.balance += session.amount - (fee ?? 0);
  }

  /** Her bank doesn't do it after all. */
  fail(paymentId: string): void {
    Object.assign(this.sessionOf(paymentId), { status: 'complete', intentStatus: 'requires_payment_method' });
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const fields = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
    if (this.mood === 'silent') return;
    const { pathname, searchParams } = new URL(request.url!, 'http://stripe');
    if (pathname.startsWith('/pay/')) return this.checkOut(pathname, request.method!, response);
    const key = String(request.headers['idempotency-key'] ?? '');
    // As Stripe does, also of what it has refused, and of faults of its own.
    const given =
      this.byKey.get(key) ??
      this.answerTo(request.method!, pathname, { ...Object.fromEntries(searchParams), ...fields });
    if (key !== '') this.byKey.set(key, given);
    const [status, said] = given;
    if (request.method === 'POST' && this.onOrder !== null) {
      const happens = this.onOrder;
      this.onOrder = null;
      return happens();
    }
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  }

  /** The page on which somebody gives her card; what she does there is a button each. */
  private checkOut(path: string, method: string, response: ServerResponse): void {
    const [, , id = '', does] = path.split('/');
    const session = this.sessions.get(id);
    if (session === undefined) return void response.writeHead(404).end();
    if (method === 'GET') {
      const buttons = ['pay', 'fail', 'cancel'].map(
        (name) => `<form method="post" action="/pay/${id}/${name}"><button>${name}</button></form>`,
      );
      const page = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Pay</title><h1>Pay</h1>${buttons.join('')}</html>`;
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    }
    if (does === 'pay') this.pay(session.paymentId);
    if (does === 'fail') this.fail(session.paymentId);
    response.writeHead(303, { location: session.back[does === 'cancel' ? 'cancel' : 'success'] }).end();
  }

  private answerTo(method: string, path: string, fields: Fields): [number, object] {
    return this.mood === 'broken'
      ? [500, { error: { message: 'Something is wrong' } }]
      : this.said(method, path, fields);
  }

  private said(method: string, path: string, fields: Fields): [number, object] {
    const [, , kind = '', id = '', sub = ''] = path.split('/');
    const found = (object: object | undefined): [number, object] =>
      object === undefined ? [404, { error: { code: 'resource_missing', message: `No such ${kind}` } }] : [200, object];
    if (method === 'POST' && this.mood === 'short' && kind !== 'checkout') {
      return [400, { error: { code: 'balance_insufficient', message: 'Insufficient funds' } }];
    }
    if (path === '/v1/balance') return [200, { available: [{ currency: 'eur', amount: this.balance }], pending: [] }];
    if (kind === 'checkout') return method === 'POST' ? [200, this.newSession(fields)] : found(this.session(sub));
    if (kind === 'refunds' && method === 'GET' && id === '')
      return [200, { data: this.refundsOf(fields['payment_intent']!) }];
    if (kind === 'transfers' && method === 'GET' && id === '')
      return [200, { data: this.transfersOf(fields['transfer_group']!) }];
    if (kind === 'refunds') return method === 'POST' ? this.newRefund(fields) : found(this.refunds.get(id));
    if (kind === 'transfers') return method === 'POST' ? this.newTransfer(fields) : found(this.transfer(id));
    if (kind === 'account_links') return [200, { url: `${this.url}/onboarding/${fields['account']}` }];
    if (kind === 'accounts') {
      if (method === 'POST') return [200, this.newAccount()];
      const account = this.accounts.get(id);
      return found(account && { id, capabilities: account });
    }
    if (kind === 'disputes') return found(this.dispute(id));
    return found(undefined);
  }

  private newSession(fields: Fields): object {
    const id = `cs_${randomUUID().replaceAll('-', '')}`;
    this.sessions.set(id, {
      id,
      paymentId: fields['payment_intent_data[metadata][ajudant_payment]']!,
      intentId: `pi_${randomUUID().replaceAll('-', '')}`,
      amount: Number(fields['line_items[0][price_data][unit_amount]']),
      currency: fields['line_items[0][price_data][currency]']!,
      back: { success: fields['success_url']!, cancel: fields['cancel_url']! },
      status: 'open',
      intentStatus: 'requires_payment_method',
      charge: null,
    });
    return this.session(id)!;
  }

  private session(id: string): object | undefined {
    const session = this.sessions.get(id);
    if (session === undefined) return undefined;
    const { intentId, intentStatus, status, amount, currency, charge } = session;
    const balance = charge === null || charge.fee === null ? null : { amount, fee: charge.fee, currency };
    return {
      id,
      status,
      url: status === 'open' ? `${this.url}/pay/${id}` : null,
      expires_at: Math.floor(Date.now() / 1_000) + 86_400,
      payment_intent:
        status === 'open'
          ? null
          : {
              id: intentId,
              status: intentStatus,
              amount_received: intentStatus === 'succeeded' ? amount : 0,
              currency,
              latest_charge: charge === null ? null : { balance_transaction: balance },
            },
    };
  }

  private newRefund(fields: Fields): [number, object] {
    const [id, amount] = [`re_${randomUUID().replaceAll('-', '')}`, Number(fields['amount'])];
    const [refundId, intentId] = [fields['metadata[ajudant_refund]']!, fields['payment_intent']!];
    this.refunds.set(id, { status: 'pending', amount, refundId, intentId });
    return [200, { id, status: 'pending' }];
  }

  private refundsOf(wanted: string): object[] {
    return [...this.refunds].flatMap(([id, { intentId, refundId }]) =>
      intentId === wanted ? [{ id, metadata: { ajudant_refund: refundId } }] : [],
    );
  }

  private transfersOf(wanted: string): object[] {
    return [...this.transfers].flatMap(([id, { payoutId }]) => (payoutId === wanted ? [{ id }] : []));
  }

  private newTransfer(fields: Fields): [number, object] {
    const [id, amount, destination] = [
      `tr_${randomUUID().replaceAll('-', '')}`,
      Number(fields['amount']),
      fields['destination']!,
    ];
    this.balance -= amount;
    this.transfers.set(id, { amount, destination, payoutId: fields['metadata[ajudant_payout]']!, reversed: 0 });
    return [200, this.transfer(id)!];
  }

  private transfer(id: string): object | undefined {
    const transfer = this.transfers.get(id);
    if (transfer === undefined) return undefined;
    const { amount, reversed } = transfer;
    return { id, amount, currency: 'eur', amount_reversed: reversed, reversed: reversed === amount };
  }

  private newAccount(): object {
    const id = `acct_${randomUUID().replaceAll('-', '')}`;
    this.accounts.set(id, { transfers: 'pending' });
    return { id };
  }

  private dispute(id: string): object | undefined {
    const dispute = this.disputes.get(id);
    if (dispute === undefined) return undefined;
    const { intentId, amount, status, fee, feeBack } = dispute;
    const isInquiry = status.startsWith('warning_');
    const taken = isInquiry ? [] : [{ amount: -amount, fee, currency: 'eur' }];
    // Of a card of another currency, it comes back at the rate of that day.
    const back = feeBack === null ? [] : [{ amount: amount - 1, fee: -feeBack, currency: 'eur' }];
    const balances = [...taken, ...back];
    return { id, payment_intent: intentId, amount, currency: 'eur', status, balance_transactions: balances };
  }
}
