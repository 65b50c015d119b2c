import request from 'supertest';
import { expectProblem } from './specimen/expect-problem.js';
import { specimenApp } from './specimen/specimen-app.js';
import { SpecimenModule } from './specimen/specimen.module.js';

const specimens = '/v1/specimens';
const id = '0197a000-0000-7000-8000-00000000000a';

const specimen = await specimenApp(SpecimenModule);
afterAll(async () => specimen.app.close());

describe('A value that is refused is named', () => {
  const client = () => request(specimen.server);
  const post = (body: string) => client().post(specimens).set('content-type', 'application/json').send(body);

  describe('for values', () => {
    const valid = { name: 'Ada', lines: [{ dutyCode: 'inbox', volume: 1 }] };
    const refusalOf = async (body: object) =>
      expectProblem(await client().post(specimens).send(body), 400, 'request.invalid').errors;

    it('each refused field is named by a pointer', async () => {
      const errors = await refusalOf({
        ...valid,
        name: '',
        lines: [
          { dutyCode: 'a', volume: 1 },
          { dutyCode: 'b', volume: 0.5 },
        ],
      });
      expect(errors?.[0]).toEqual({
        pointer: '/name',
        code: 'isLength',
        detail: 'name must be longer than or equal to 1 characters.',
      });
      expect(
        errors
          ?.slice(1)
          .map(({ pointer, code }) => `${pointer} ${code}`)
          .sort(),
      ).toEqual(['/lines/1/volume isInt', '/lines/1/volume min']);
    });
    it('that it is of another kind is said first', async () => {
      const errors = await refusalOf({ ...valid, lines: [{ dutyCode: 5, volume: '1' }] });
      const first = (pointer: string) => errors?.find((error) => error.pointer === pointer)?.code;
      expect([first('/lines/0/dutyCode'), first('/lines/0/volume')]).toEqual(['isString', 'isInt']);
    });

    it('unknown fields are refused, also in lists', async () => {
      const errors = await refusalOf({ ...valid, lines: [{ ...valid.lines[0], price: 1 }], admin: true });
      expect(errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
        '/admin unknown',
        '/lines/0/price unknown',
      ]);
    });
    it('a list in place of an object, and an object in place of a list, are refused', async () => {
      expect(await refusalOf({ ...valid, hours: [] })).toEqual([
        { pointer: '/hours', code: 'isObject', detail: 'hours must be an object.' },
      ]);
      expect((await refusalOf({ ...valid, lines: { dutyCode: 'a', volume: 1 } }))?.[0]).toMatchObject({
        pointer: '/lines',
      });
      expect((await refusalOf({ ...valid, lines: [[]] }))?.[0]?.pointer).toMatch(/^\/lines/);
      expect((await refusalOf({ ...valid, lines: [null] }))?.[0]?.pointer).toMatch(/^\/lines/);
    });
    it('null is refused for what may be left out, unless the type takes it', async () => {
      expect(await refusalOf({ ...valid, hours: null })).toEqual([
        { pointer: '/hours', code: 'isOptional', detail: 'hours may be left out, but not be null.' },
      ]);
      expect((await refusalOf({ ...valid, email: null }))?.[0]).toMatchObject({ pointer: '/email' });
      await client()
        .post(specimens)
        .send({ ...valid, note: null })
        .expect(201);
    });
    it.each(['__proto__', 'constructor', 'prototype'])('the name %s is refused wherever it stands', async (name) => {
      const body = `{"name":"x","lines":[],"free":{"a":[{"${name}":{"isAdmin":true}}]}}`;
      const problem = expectProblem(await post(body), 400, 'request.invalid');
      expect(problem.errors?.[0]?.pointer).toBe(`/free/a/0/${name}`);
      expectProblem(await client().get(`${specimens}?${name}=1`), 400, 'request.invalid');
    });
    it.each(['1e400', '-1e400', '9007199254740993', '123456789012345678901234567890'])(
      'the number %s is refused',
      async (number) => {
        const problem = expectProblem(
          await post(`{"name":"x","lines":[{"dutyCode":"a","volume":${number}}]}`),
          400,
          'request.invalid',
        );
        expect(problem.errors?.[0]).toMatchObject({ pointer: '/lines/0/volume', code: 'range' });
      },
    );
    it('a negative zero is read as zero', async () => {
      const response = await post('{"name":"x","lines":[],"free":{"a":-0}}').expect(201);
      expect(response.text).toContain('"a":0');
    });
    it('text that can not be stored is refused in bodies, paths and queries', async () => {
      for (const text of ['\\u0000', '\\ud800', '\\udc00a']) {
        const problem = expectProblem(await post(`{"name":"a${text}","lines":[]}`), 400, 'request.bad-text');
        expect(problem.errors?.[0]?.pointer).toBe('/name');
        expectProblem(await post(`{"name":"a","lines":[],"free":{"${text}":1}}`), 400, 'request.bad-text');
      }
      expectProblem(await client().get(`${specimens}/%00`), 400, 'request.bad-text');
      expectProblem(await client().get(`${specimens}?text=%00`), 400, 'request.bad-text');
      expectProblem(await client().get(`${specimens}?text=%ed%a0%80`), 400, 'request.malformed');
      expectProblem(await client().get(`${specimens}?text=%ff`), 400, 'request.malformed');
    });
    it('bytes that are not UTF-8 are refused', async () => {
      const body = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('","lines":[]}')]);
      const response = await client()
        .post(specimens)
        .set('content-type', 'application/json')
        .serialize((sent: unknown) => sent as string)
        .send(body);
      expectProblem(response, 400, 'request.bad-text');
    });
  });

  describe('for queries and path parameters', () => {
    const refusalOf = async (path: string) =>
      expectProblem(await client().get(specimens + path), 400, 'request.invalid').errors?.[0];

    it('a parameter that is no UUID is named', async () => {
      expect(await refusalOf('/not-a-uuid')).toEqual({
        parameter: 'id',
        code: 'isUuid',
        detail: 'id has to be a UUID.',
      });
    });
    it('a UUID is read in any case', async () => {
      const response = await client().get(`${specimens}/${id.toUpperCase()}`).expect(200);
      expect(response.body).toEqual({ id });
    });
    it('an unknown parameter is named, also where none is taken', async () => {
      expect(await refusalOf('?colour=red')).toMatchObject({ parameter: 'colour', code: 'unknown' });
      expect(await refusalOf('/now?colour=red')).toMatchObject({ parameter: 'colour', code: 'unknown' });
    });
    it('a parameter given twice is refused where one is taken', async () => {
      expect(await refusalOf('?text=a&text=b')).toMatchObject({ parameter: 'text' });
      expect(await refusalOf('?level=1&level=2')).toMatchObject({ parameter: 'level' });
      expect(await refusalOf('?limit=1&limit=2')).toMatchObject({ parameter: 'limit', code: 'duplicate' });
      expect(await refusalOf('/now?as=1&as=2')).toMatchObject({ parameter: 'as', code: 'duplicate' });
    });
    it.each(['', ' ', '0x10', '1e2', '+1', '01', 'Infinity', '1_000'])('a level of "%s" is refused', async (level) => {
      expect(await refusalOf(`?level=${encodeURIComponent(level)}`)).toMatchObject({ parameter: 'level' });
    });
    it.each(['0', '201', '-1', '1.5', 'x', ''])('a limit of "%s" is refused', async (limit) => {
      expect(await refusalOf(`?limit=${limit}`)).toMatchObject({ parameter: 'limit', code: 'range' });
    });
    it('a path DTO names its parameter', async () => {
      expect(await refusalOf('/numbered/zero')).toMatchObject({ parameter: 'number' });
      await client().get(`${specimens}/numbered/7`).expect(200, { number: 7 });
    });
    it('a query that is not percent-encoded is 400', async () => {
      expectProblem(await client().get(`${specimens}?text=%zz`), 400, 'request.malformed');
    });
  });
});
