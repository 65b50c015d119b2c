import request from 'supertest';
import { encodeCursor } from './cursor.js';
import { specimenApp, specimenNow } from './specimen/specimen-app.js';
import { SpecimenModule } from './specimen/specimen.module.js';

const one = '/v1/specimens/0197a000-0000-7000-8000-00000000000a';

const specimen = await specimenApp(SpecimenModule);
afterAll(async () => specimen.app.close());

describe('The conventions of the API', () => {
  const client = () => request(specimen.server);

  describe('versions', () => {
    it('a resource comes with its version as ETag, a new one with its location', async () => {
      await client().get(one).expect(200).expect('etag', '"3"');
      const created = await client().post('/v1/specimens').send({ name: 'Ada', lines: [] }).expect(201);
      expect(created.headers).toMatchObject({ etag: '"1"', location: '/v1/specimens/1' });
    });
    it.each(['"3"', 'W/"3"', '"1", W/"3"', '*'])(
      'whoever has it already (If-None-Match: %s) gets 304 and no body',
      async (tags) => {
        const response = await client().get(one).set('if-none-match', tags).expect(304);
        expect([response.text, response.headers['etag']]).toEqual(['', '"3"']);
      },
    );
    it.each(['"2"', '"33"', 'nonsense'])('whoever has another one (If-None-Match: %s) gets it whole', async (tags) => {
      await client().get(one).set('if-none-match', tags).expect(200);
    });
    it.each([
      ['"7"', 7],
      ['"3", "7", W/"9"', 7],
      [' "0" ', 0],
      ['*', null],
    ])('If-Match: %s means the version %p', async (tags, version) => {
      const response = await client().patch(one).set('if-match', tags).send({}).expect(200);
      expect((response.body as { expectedVersion: unknown }).expectedVersion).toBe(version);
    });
    it('a change without If-Match is 428', async () => {
      const response = await client().patch(one).send({}).expect(428);
      expect(response.body).toMatchObject({ code: 'precondition.required' });
    });
    it('a step that may go without If-Match means whichever version is current', async () => {
      for (const step of [client().post(`${one}/step`), client().post(`${one}/step`).set('if-match', '*')]) {
        expect((await step.expect(200)).body).toMatchObject({ expectedVersion: null });
      }
      const named = await client().post(`${one}/step`).set('if-match', '"3"').expect(200);
      expect(named.body).toMatchObject({ expectedVersion: 3 });
    });
    it.each(['3', '"3', '3"', '"3" "4"', ','])('If-Match: %s is 400 and names the header', async (tags) => {
      for (const sent of [client().patch(one).send({}), client().post(`${one}/step`)]) {
        expect((await sent.set('if-match', tags).expect(400)).body).toMatchObject({
          code: 'request.invalid',
          errors: [{ header: 'If-Match', code: 'entity-tag' }],
        });
      }
    });
    it.each(['W/"3"', '"three"', '"03"', '"99999999999999999999"'])(
      'If-Match: %s can not be the current version: 412',
      async (tags) => {
        for (const sent of [client().patch(one).send({}), client().post(`${one}/step`)]) {
          await sent.set('if-match', tags).expect(412);
        }
      },
    );
  });

  describe('pages', () => {
    it('have 50 items unless told otherwise, and 200 at most', async () => {
      const plain = await client().get('/v1/specimens').expect(200);
      expect(plain.body).toMatchObject({ limit: 50, after: null });
      const long = await client().get('/v1/specimens?limit=200&text=a&level=7').expect(200);
      expect(long.body).toMatchObject({ limit: 200, items: [{ text: 'a', level: 7 }] });
    });
    it('go on from the cursor of the page before', async () => {
      const cursor = encodeCursor({ id: 1 });
      const response = await client().get(`/v1/specimens?after=${cursor}`).expect(200);
      expect((response.body as { after: string }).after).toBe(cursor);
    });
    it.each(['', 'x', 'eyJpZCI6MX0', 'eyJpZCI6MX0.aaaaaaaa', '%F0%9F%98%80'])(
      'the cursor "%s" is 400',
      async (cursor) => {
        const response = await client().get(`/v1/specimens?after=${cursor}`).expect(400);
        expect(response.body).toMatchObject({ code: 'page.bad-cursor', errors: [{ parameter: 'after' }] });
      },
    );
  });

  describe('waiting for a result', () => {
    it.each([
      ['wait=3', 3],
      ['respond-async, wait=10', 5],
      ['WAIT="2"; foo', 2],
    ])('Prefer: %s waits %d seconds and says so', async (prefer, seconds) => {
      const response = await client().post('/v1/specimens/slow').set('prefer', prefer).expect(202);
      expect(response.body).toEqual({ waitSeconds: seconds });
      expect(response.headers).toMatchObject({
        'preference-applied': `wait=${seconds}`,
        location: '/v1/specimens/slow/1',
      });
    });
    it.each(['wait', 'wait=soon', 'respond-async', ''])('Prefer: %s waits for nothing', async (prefer) => {
      const response = await client().post('/v1/specimens/slow').set('prefer', prefer).expect(202);
      expect(response.body).toEqual({ waitSeconds: 0 });
      expect(response.headers['preference-applied']).toBeUndefined();
    });
  });

  describe('the request itself', () => {
    it('keeps the id that the client gave it, if it may stand in a log', async () => {
      await client().get(one).set('x-request-id', 'a.B-1_').expect('x-request-id', 'a.B-1_');
      for (const id of ['a b', 'a'.repeat(65), '<script>', '']) {
        const response = await client().get(one).set('x-request-id', id);
        expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
      }
    });
    it('is told the time by the clock of the application', async () => {
      const response = await client().get('/v1/specimens/now').expect(200);
      expect(response.body).toEqual({ now: specimenNow, as: null });
    });
    it('leaves one line in the log, with the template of its route and none of its values', async () => {
      await client().get('/v1/specimens?text=jane%40example.com').set('authorization', 'Bearer secret').expect(200);
      const line = specimen.log.at(-1) ?? '';
      expect(JSON.parse(line)).toMatchObject({ level: 'info', method: 'GET', route: '/v1/specimens', status: 200 });
      expect(line).not.toMatch(/jane|secret/);
    });
  });
});
