import { type RetryRules, withRetries } from './retries.js';

/** Sends to somebody who answers so, one after the other; an error is a connection that broke. */
function sending(answers: (number | 'broken' | Response)[], rules: Partial<RetryRules> = {}) {
  const sent: Request[] = [];
  const waited: number[] = [];
  const send = withRetries(
    async (request) => {
      sent.push(request);
      const answer = answers.shift() ?? 200;
      if (answer === 'broken') throw new TypeError('fetch failed');
      return answer instanceof Response ? answer : new Response(null, { status: answer });
    },
    { wait: async (ms) => void waited.push(ms), ...rules },
  );
  return { send, sent, waited };
}
const get = (): Request => new Request('http://ajudant.example/v1/me');
const post = (key?: string): Request =>
  new Request('http://ajudant.example/v1/bookings', {
    method: 'POST',
    body: '{"a":1}',
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  });

describe('sending again', () => {
  it('goes on with the same key and the same body until there is an answer', async () => {
    const { send, sent } = sending(['broken', 503, 502, 201]);
    expect((await send(post('k1'))).status).toBe(201);
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['k1', 'k1', 'k1', 'k1']);
    expect(await sent.at(-1)!.text()).toBe('{"a":1}');
  });

  it('does nothing twice of which nobody knows whether it was done', async () => {
    const broken = sending(['broken']);
    await expect(broken.send(post())).rejects.toThrow('fetch failed');
    expect(broken.sent).toHaveLength(1);
    expect((await sending([502]).send(post())).status).toBe(502);
    // The service says itself that it did nothing.
    expect((await sending([503, 429, 201]).send(post())).status).toBe(201);
  });

  it('waits longer each time, and as long as it is told to', async () => {
    const { send, waited } = sending([503, 503, new Response(null, { status: 429, headers: { 'retry-after': '2' } })]);
    await send(get());
    expect(waited[0]).toBeGreaterThanOrEqual(125);
    expect(waited[0]).toBeLessThanOrEqual(250);
    expect(waited[1]).toBeGreaterThanOrEqual(250);
    expect(waited[2]).toBe(2_000);
    const patient = sending([new Response(null, { status: 429, headers: { 'retry-after': '3600' } })]);
    expect((await patient.send(get())).status).toBe(429);
  });

  it('keeps nobody waiting who gives up', async () => {
    const stopping = new AbortController();
    let tries = 0;
    const send = withRetries(async () => {
      tries += 1;
      setImmediate(() => stopping.abort(new Error('enough')));
      return new Response(null, { status: 503, headers: { 'retry-after': '30' } });
    });
    const asked = new Request('http://ajudant.example/v1/events', { signal: stopping.signal });
    await expect(send(asked)).rejects.toThrow('enough');
    expect(tries).toBe(1);
  });

  it('ends, and takes a refusal for what it is', async () => {
    const { send, sent } = sending([503, 503, 503], { most: 2 });
    expect((await send(get())).status).toBe(503);
    expect(sent).toHaveLength(3);
    expect((await sending([409]).send(post('k'))).status).toBe(409);
  });
});
