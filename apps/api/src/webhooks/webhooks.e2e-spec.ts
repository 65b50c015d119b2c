import { eventually, TraceCollector } from '#platform/testing';
import { stopTracing } from '#platform/tracing';
import { KeptMails } from '../testing/kept-mails.js';
import { aMember } from '../testing/memberships.js';
import { anAgency, signIn, type SignedIn } from '../testing/people.js';
import { testApi } from '../testing/test-api.js';
import { isGenuine, WebhookReceiver } from '../testing/webhook-receiver.js';

const mails = new KeptMails();
const api = await testApi({ transport: mails, webUrl: 'https://ajudant.example', mustConfirm: false });
const receiver = await new WebhookReceiver().start();
afterAll(async () => {
  await api.close();
  receiver.stop();
});

interface Endpoint {
  readonly id: string;
  readonly secret: string;
}

const register = async (owner: SignedIn, path: string, more: object = {}): Promise<Endpoint> => {
  const url = receiver.url(path);
  const { body } = await api.http
    .post('/v1/webhooks')
    .set(owner.headers())
    .send({ url, ...more })
    .expect(201);
  return body;
};
const read = async (owner: SignedIn, { id }: Endpoint) =>
  (await api.http.get(`/v1/webhooks/${id}`).set(owner.headers()).expect(200)).body;
const log = async (owner: SignedIn, { id }: Endpoint, query = '') =>
  (await api.http.get(`/v1/webhooks/${id}/deliveries${query}`).set(owner.headers()).expect(200)).body.items;
const step = async (owner: SignedIn, { id }: Endpoint, path: string, body?: object) =>
  (await api.http.post(`/v1/webhooks/${id}/${path}`).set(owner.headers()).send(body).expect(200)).body;
/** Each is an event of the agency, with the name in it. */
const rename = async (agency: SignedIn, ...names: string[]): Promise<void> => {
  for (const name of names) {
    await api.http
      .patch(`/v1/agencies/${agency.organisationId}`)
      .set({ ...agency.headers(), 'if-match': '*' })
      .send({ name })
      .expect(200);
  }
};
const namesAt = (path: string): unknown[] => receiver.at(path).map(({ event }) => event.data['name']);
const renamed = { types: ['agency.details-changed.v1'] };

describe('webhooks', () => {
  it('bring what happens, in order, signed, and to nobody else', async () => {
    const [agency, other] = [await anAgency(api), await anAgency(api)];
    const endpoint = await register(agency, '/a', { types: [] });
    await register(other, '/b', renamed);
    await rename(agency, 'One', 'Two', 'Three');
    await eventually(() =>
      expect(receiver.typesAt('/a')).toEqual([
        'webhook-endpoint.registered.v1',
        ...Array.from({ length: 3 }, () => 'agency.details-changed.v1'),
      ]),
    );
    expect(namesAt('/a').slice(1)).toEqual(['One', 'Two', 'Three']);
    const [message] = receiver.at('/a');
    expect(message!.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(message!.headers['webhook-id']).toBe(message!.event.id);
    expect(message!.event).toMatchObject({ specversion: '1.0', source: '/ajudant/api', aggregateversion: 1 });
    expect(message!.event).not.toHaveProperty('audience');
    expect(isGenuine(message!, endpoint.secret)).toBe(true);
    expect(isGenuine({ ...message!, body: message!.body.replace('One', 'Won') }, `whsec_${'A'.repeat(44)}`)).toBe(
      false,
    );
    expect(receiver.at('/b')).toEqual([]);
    const delivered = { eventType: 'agency.details-changed.v1', status: 'delivered', attempts: 1, again: false };
    // It is noted once it was taken.
    const last = await eventually(async () => {
      const [entry] = await log(agency, endpoint);
      expect(entry).toMatchObject(delivered);
      return entry;
    });
    expect(last.lastAttempt).toMatchObject({ number: 1, responseStatus: 204, failure: null });
  });

  it('belong to the trace of what happened, of which their receivers hear nothing', async () => {
    const agency = await anAgency(api);
    const endpoint = await register(agency, '/traced', renamed);
    const collector = await TraceCollector.ofThisProcess('api');
    try {
      const traceId = '0af7651916cd43dd8448eb211c80319d';
      await api.http
        .patch(`/v1/agencies/${agency.organisationId}`)
        .set({ ...agency.headers(), 'if-match': '*', traceparent: `00-${traceId}-b7ad6b7169203331-01` })
        .send({ name: 'Traced' })
        .expect(200);
      const [message] = await eventually(() => {
        expect(receiver.at('/traced')).toHaveLength(1);
        return receiver.at('/traced');
      });
      // Its span ends once the answer was read, which is noted after that.
      await eventually(async () => expect((await log(agency, endpoint))[0]).toMatchObject({ status: 'delivered' }));
      await stopTracing();
      const [sent, ...others] = collector.spans.filter(({ name }) => name === 'POST webhook');
      expect(others).toEqual([]);
      expect(sent).toMatchObject({ traceId, attributes: { 'http.response.status_code': 204 } });
      const request = collector.spans.find(({ name }) => name === 'PATCH /v1/agencies/:id');
      expect(sent?.parentSpanId).toBe(request?.spanId);
      expect(JSON.stringify([message!.headers, message!.event])).not.toContain(traceId);
    } finally {
      await collector.close();
    }
  });

  it('show their secret once, and sign by two of them after it was rotated', async () => {
    const agency = await anAgency(api);
    const endpoint = await register(agency, '/rotated', renamed);
    const shown = await read(agency, endpoint);
    expect(JSON.stringify(shown)).not.toContain('whsec_');
    const { secret, previousSecretEndsAt } = await step(agency, endpoint, 'secret');
    expect(Date.parse(previousSecretEndsAt)).toBeGreaterThan(Date.parse(api.clock.now()));
    await rename(agency, 'New');
    await eventually(() => expect(receiver.at('/rotated')).toHaveLength(1));
    const [message] = receiver.at('/rotated');
    expect([endpoint.secret, secret].map((one) => isGenuine(message!, one))).toEqual([true, true]);
  });

  it('are paused at once by an answer that says nobody is there any more, which their owner is told and mailed', async () => {
    const agency = await anAgency(api);
    const endpoint = await register(agency, '/gone', renamed);
    receiver.answers.set('/gone', 410);
    await rename(agency, 'Anything');
    await eventually(async () => expect(await read(agency, endpoint)).toMatchObject({ pausedBecause: 'gone' }));
    await eventually(async () => {
      const { body } = await api.http.get('/v1/notifications').set(agency.headers()).expect(200);
      expect(body.items[0]).toMatchObject({ kind: 'webhook-endpoint.paused', subject: { id: endpoint.id } });
    });
    await eventually(() => {
      const subjects = mails.to(agency.email).map(({ subject }) => subject);
      expect(subjects.join()).toContain('webhooks');
    });
  });

  it('are tried again, with all that comes later waiting behind, and no redirection is followed', async () => {
    const agency = await anAgency(api);
    const endpoint = await register(agency, '/failing', renamed);
    receiver.answers.set('/failing', 302);
    await rename(agency, 'First', 'Second');
    await eventually(async () => {
      expect((await log(agency, endpoint))[1].lastAttempt).toMatchObject({ responseStatus: 302, failure: 'status' });
    });
    const failing = await read(agency, endpoint);
    expect(failing).toMatchObject({ status: 'active', waiting: 2 });
    expect(Date.parse(failing.nextAttemptAt)).toBeGreaterThan(Date.parse(failing.failingSince));
    expect(namesAt('/failing')).toEqual(['First']);
    receiver.answers.delete('/failing');
    api.clock.advance({ seconds: 10 });
    await eventually(() => expect(namesAt('/failing')).toEqual(['First', 'First', 'Second']));
    expect(receiver.at('/elsewhere')).toEqual([]);
    await eventually(async () =>
      expect(await read(agency, endpoint)).toMatchObject({ waiting: 0, failingSince: null }),
    );
    const { id } = (await log(agency, endpoint))[1];
    const { body } = await api.http
      .get(`/v1/webhooks/${endpoint.id}/deliveries/${id}`)
      .set(agency.headers())
      .expect(200);
    expect(body.allAttempts.map(({ responseStatus }: { responseStatus: number }) => responseStatus)).toEqual([
      302, 204,
    ]);
  });

  it('are paused after three days, and go on in order when their owner says so', async () => {
    const agency = await anAgency(api);
    const endpoint = await register(agency, '/dead', renamed);
    receiver.answers.set('/dead', 500);
    await rename(agency, 'Early', 'Late');
    await eventually(async () => expect((await read(agency, endpoint)).failingSince).not.toBeNull());
    api.clock.advance({ days: 3 });
    // A token doesn't last for days.
    const again = await signIn(api, agency.email);
    await eventually(async () => {
      expect(await read(again, endpoint)).toMatchObject({ status: 'paused', pausedBecause: 'failures', waiting: 2 });
    });
    receiver.answers.delete('/dead');
    const before = receiver.at('/dead').length;
    await step(again, endpoint, 'resumption');
    await eventually(() => expect(namesAt('/dead').slice(before)).toEqual(['Early', 'Late']));
  });

  it('wait for nobody who is slow', async () => {
    const [slow, quick] = [await anAgency(api), await anAgency(api)];
    let answered: () => void = () => undefined;
    receiver.answers.set('/slow', (response) => {
      answered = () => response.writeHead(204).end();
    });
    for (const path of ['/slow', '/slow', '/slow']) await register(slow, path, renamed);
    await register(quick, '/quick', renamed);
    await rename(slow, 'Slow');
    await eventually(() => expect(receiver.at('/slow')).toHaveLength(3));
    await rename(quick, 'Quick', 'Quicker');
    await eventually(() => expect(namesAt('/quick')).toEqual(['Quick', 'Quicker']));
    answered();
  });

  it('are sent again, one of them or all of a span, behind what waits', async () => {
    const agency = await anAgency(api);
    const endpoint = await register(agency, '/again', renamed);
    const from = new Date().toISOString();
    await rename(agency, 'A', 'B', 'C');
    await eventually(() => expect(namesAt('/again')).toEqual(['A', 'B', 'C']));
    const [, second] = await log(agency, endpoint);
    expect(await step(agency, endpoint, `deliveries/${second.id}/redelivery`)).toEqual({ queued: 1 });
    await eventually(() => expect(namesAt('/again')).toEqual(['A', 'B', 'C', 'B']));
    expect(receiver.at('/again')[3]!.event.id).toBe(second.eventId);
    const to = new Date(Date.now() + 60_000).toISOString();
    expect(await step(agency, endpoint, 'redeliveries', { from, to })).toEqual({ queued: 3 });
    await eventually(() => expect(namesAt('/again')).toEqual(['A', 'B', 'C', 'B', 'A', 'B', 'C']));
    expect((await log(agency, endpoint))[0]).toMatchObject({ again: true });
    const { body } = await api.http
      .post(`/v1/webhooks/${endpoint.id}/redeliveries`)
      .set(agency.headers())
      .send({ from: to, to: from })
      .expect(400);
    expect(body).toMatchObject({ code: 'webhook-endpoint.span-upside-down', errors: [{ pointer: '/to' }] });
  });

  it('are not sent again as often as somebody likes: what waits comes first', async () => {
    const agency = await anAgency(api);
    const endpoint = await register(agency, '/flooded', renamed);
    await rename(agency, 'One');
    await eventually(() => expect(namesAt('/flooded')).toEqual(['One']));
    await step(agency, endpoint, 'pause');
    await api.owner.query('UPDATE api.webhook_queue SET last_queued = last_settled + 5001 WHERE endpoint_id = $1', [
      endpoint.id,
    ]);
    const span = { from: new Date(0).toISOString(), to: new Date(Date.now() + 60_000).toISOString() };
    const refused = await api.http.post(`/v1/webhooks/${endpoint.id}/redeliveries`).set(agency.headers()).send(span);
    expect(refused.body).toMatchObject({ status: 409, code: 'webhook-endpoint.too-much-waits' });
    expect(await log(agency, endpoint)).toHaveLength(1);
  });

  it('never reach a private network, whatever address is named', async () => {
    const agency = await anAgency(api);
    const endpoint = await register(agency, '/', { ...renamed, url: 'https://169.254.169.254/latest/meta-data' });
    await rename(agency, 'Reached');
    await eventually(async () => {
      expect((await log(agency, endpoint, '?status=waiting'))[0].lastAttempt).toMatchObject({
        responseStatus: null,
        failure: 'address-refused',
      });
    });
  });

  it('are their owners’ to see and to change', async () => {
    const [agency, stranger] = [await anAgency(api), await anAgency(api)];
    const endpoint = await register(agency, '/mine', renamed);
    const coordinator = await aMember(api, agency, ['agency.coordinator']);
    await api.http.get('/v1/webhooks').set(coordinator.headers()).expect(403);
    for (const path of ['', '/deliveries', '/deliveries/0197a000-0000-7000-8000-000000000001']) {
      const { body } = await api.http.get(`/v1/webhooks/${endpoint.id}${path}`).set(stranger.headers()).expect(404);
      expect(body.code).toMatch(/^webhook-(endpoint|delivery)\.not-found$/);
    }
    const change = (body: object, version: string) =>
      api.http
        .patch(`/v1/webhooks/${endpoint.id}`)
        .set({ ...agency.headers(), 'if-match': version })
        .send(body);
    const unknown = await change({ types: ['agency.renamed.v1'] }, '"1"').expect(400);
    expect(unknown.body).toMatchObject({ code: 'webhook-endpoint.unknown-type', errors: [{ pointer: '/types/0' }] });
    const changed = await change({ description: 'Books' }, '"1"').expect(200);
    expect(changed.body).toMatchObject({ description: 'Books', types: renamed.types, version: 2 });
    await change({ description: 'Mail' }, '"1"').expect(412);
    await api.http.delete(`/v1/webhooks/${endpoint.id}`).set(agency.headers()).expect(204);
    await api.http.get(`/v1/webhooks/${endpoint.id}`).set(agency.headers()).expect(404);
    expect((await api.http.get('/v1/webhooks').set(agency.headers()).expect(200)).body.items).toEqual([]);
  });

  it('go to ten addresses at most', async () => {
    const agency = await anAgency(api);
    for (let count = 0; count < 10; count += 1) await register(agency, `/many/${count}`, renamed);
    const { body } = await api.http
      .post('/v1/webhooks')
      .set(agency.headers())
      .send({ url: 'https://hooks.example.org' })
      .expect(409);
    expect(body.code).toBe('webhook-endpoint.too-many');
  });
});
