import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageContext } from '../database/index.js';
import { S3Files } from '../files/index.js';
import { SmtpMails } from '../mail/index.js';
import { TraceCollector } from '../testing/index.js';
import { stopTracing } from '../tracing/index.js';
import { fetchFrom } from './called-out.js';
import { OutboundRequests } from './outbound-requests.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const done = { correlationId: 'c', causationId: null, traceparent: `00-${traceId}-b7ad6b7169203331-01` };
const passedOver = { ...done, traceparent: `00-${traceId}-b7ad6b7169203331-00` };

describe('what is called outside', () => {
  let collector: TraceCollector;
  let server: Server;
  let heard: IncomingHttpHeaders[];
  let port: number;
  let status: number;
  beforeEach(async () => {
    [heard, status] = [[], 200];
    server = createServer(({ headers }, response) => {
      heard.push(headers);
      response.writeHead(status).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    collector = await TraceCollector.ofThisProcess('specimen');
  });
  afterEach(async () => {
    await collector.close();
    server.closeAllConnections();
    server.close();
  });

  /** The spans that a call leaves; whether it comes to anything is another matter. */
  const spansOf = async (call: () => Promise<unknown>, context = done): Promise<TraceCollector['spans']> => {
    await MessageContext.run(context, () => call().catch(() => undefined));
    await stopTracing();
    return collector.spans;
  };
  const at = (path: string): string => `http://127.0.0.1:${port}${path}`;
  const requests = new OutboundRequests({ loopback: 'allowed' });
  const asked = (url: string) =>
    requests.send({
      service: 'webhook',
      method: 'POST',
      url,
      headers: {},
      timeLimitMs: 5_000,
      maxBytes: 9,
      beyond: 'cut',
    });
  const bucket = () => new S3Files({ url: at('/bucket'), region: 'eu', keyId: 'key-id', secret: 'only for tests' });
  /** Who hangs up at once needn't be waited for as long as somebody who is only slow to greet. */
  const mails = () => {
    server.prependListener('connection', (socket) => socket.destroy());
    return new SmtpMails({ url: `smtp://name:password@127.0.0.1:${port}`, from: 'no-reply@ajudant.example' });
  };
  const mail = { id: 'm', to: 'her@example.org', subject: 's', text: 't', html: 'h', unsubscribeUrl: null };

  it.each([
    ['POST webhook', () => asked(at('/hooks/a-secret?key=a-secret'))],
    ['GET stripe', () => fetchFrom('stripe')(at('/v1/charges/a-secret'), {})],
    ['GET s3', () => bucket().get('a-secret')],
    ['send mail', () => mails().send(mail)],
  ])(
    'is a span such as %s, of the trace that it is done for, which tells of the address who is there',
    async (name, call) => {
      const [span, ...others] = await spansOf(call);
      expect(others).toEqual([]);
      expect(span).toMatchObject({ name, traceId, parentSpanId: 'b7ad6b7169203331' });
      expect(span?.attributes).toMatchObject({ 'server.address': '127.0.0.1' });
      expect([1, port]).toContain(span?.attributes['server.port']);
      expect(JSON.stringify([span?.name, span?.attributes])).not.toMatch(/a-secret|password|her@|bucket/);
      for (const headers of heard) {
        expect(Object.keys(headers)).not.toEqual(
          expect.arrayContaining([expect.stringMatching(/^trace|^baggage|^b3/)]),
        );
      }
    },
  );

  it('tells its status, a refusal as a failure, and why there was no answer', async () => {
    status = 404;
    await MessageContext.run(done, () => asked(at('/')));
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await MessageContext.run(done, () => asked(at('/')).catch(() => undefined));
    await MessageContext.run(done, () => fetchFrom('vies')(at('/'), {}).catch(() => undefined));
    const spans = await spansOf(() => asked('http://10.0.0.1/'));
    expect(spans.map(({ attributes }) => [attributes['http.response.status_code'], attributes['error.type']])).toEqual([
      [404, '404'],
      [undefined, 'connection'],
      [undefined, 'ECONNREFUSED'],
      [undefined, 'address-refused'],
    ]);
  });

  it('begins a trace where it is done for none, and is none where that is not kept', async () => {
    await asked(at('/'));
    await MessageContext.run(passedOver, () => asked(at('/')));
    const spans = await spansOf(() => asked(at('/')));
    expect(spans.map(({ parentSpanId }) => parentSpanId)).toEqual(['', 'b7ad6b7169203331']);
    expect(heard).toHaveLength(3);
  });
});
