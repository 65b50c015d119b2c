import request from 'supertest';
import { specimenApp } from './specimen/specimen-app.js';
import { SpecimenModule } from './specimen/specimen.module.js';

const one = '/v1/specimens/0197a000-0000-7000-8000-00000000000a';
const ours = 'https://app.example';

const specimen = await specimenApp(SpecimenModule, { corsOrigins: [ours, 'http://localhost:5173'] });
afterAll(async () => specimen.app.close());

describe('A web page of another origin', () => {
  const ask = (origin: string) => request(specimen.server).get(one).set('origin', origin);

  it('may call where its origin is listed, and read the headers that matter', async () => {
    const { headers } = await ask(ours).expect(200);
    expect(headers['access-control-allow-origin']).toBe(ours);
    for (const name of ['etag', 'link', 'location', 'retry-after'])
      expect(headers['access-control-expose-headers']).toContain(name);
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    expect(headers['vary']).toContain('Origin');
  });

  it.each(['https://evil.example', 'https://app.example.evil.example', 'null'])('may not from %s', async (origin) => {
    const { headers } = await ask(origin).expect(200);
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('may ask before it sends what it may send', async () => {
    const { headers } = await request(specimen.server)
      .options(one)
      .set({ origin: ours, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'if-match' })
      .expect(204);
    expect(headers['access-control-allow-methods']).toContain('PATCH');
    expect(headers['access-control-allow-headers']).toContain('if-match');
  });

  it('may not call at all where no origins are listed', async () => {
    const closed = await specimenApp(SpecimenModule);
    const { headers } = await request(closed.server).get(one).set('origin', ours).expect(200);
    expect(headers['access-control-allow-origin']).toBeUndefined();
    await closed.app.close();
  });
});
