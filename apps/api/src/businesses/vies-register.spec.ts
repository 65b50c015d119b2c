import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ViesRegister } from './vies-register.js';

describe('the register of VAT ids of the Union', () => {
  let answer: (response: ServerResponse) => void;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(response);
  });
  let vies: ViesRegister;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    vies = new ViesRegister(`http://127.0.0.1:${(server.address() as AddressInfo).port}/vies/rest-api/`);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const json = (body: unknown) => (response: ServerResponse) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  const unavailable = { result: 'unavailable', reference: null };

  it('is asked by member state and number', async () => {
    answer = json({ isValid: true, userError: 'VALID', requestIdentifier: 'WAPI1' });
    expect(await vies.ask('EL094259216')).toEqual({ result: 'valid', reference: 'WAPI1' });
    expect(asked.at(-1)).toBe('/vies/rest-api/ms/EL/vat/094259216');
  });

  it('knows an id or it does not, and where a member state is silent it says nothing of it', async () => {
    answer = json({ isValid: false, userError: 'INVALID', requestIdentifier: '' });
    expect(await vies.ask('ESB12345674')).toEqual({ result: 'invalid', reference: null });
    for (const userError of ['MS_UNAVAILABLE', 'TIMEOUT', 'GLOBAL_MAX_CONCURRENT_REQ', undefined]) {
      answer = json({ isValid: false, userError });
      expect(await vies.ask('ESB12345674')).toEqual(unavailable);
    }
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['an error', (response) => response.writeHead(500).end()],
    ['a page', (response) => response.end('<html>')],
    ['nothing that it promised', json(null)],
    ['a reset', (response) => response.destroy()],
    ['another address', (response) => response.writeHead(302, { location: '/' }).end()],
  ])('is unavailable when it answers with %s', async (_, given) => {
    answer = given;
    expect(await vies.ask('ESB12345674')).toEqual(unavailable);
  });
});
