import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { OutboundError } from './outbound-error.js';
import { type OutboundRequest, OutboundRequests } from './outbound-requests.js';
import { isPublicAddress } from './public-addresses.js';

const get = (url: string, more: Partial<OutboundRequest> = {}): OutboundRequest => ({
  service: 'specimen',
  method: 'GET',
  url,
  headers: {},
  timeLimitMs: 30_000,
  maxBytes: 100,
  beyond: 'fail',
  ...more,
});
const reasonOf = (sent: Promise<unknown>): Promise<string> =>
  sent.then(
    () => 'answered',
    (error: unknown) => (error instanceof OutboundError ? error.reason : String(error)),
  );

describe('addresses of the public net', () => {
  it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.255.255', '2606:4700:4700::1111', '2a00:1450:4003::8a'])(
    'are such as %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each(
    ['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1']
      .concat(['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1'])
      .concat(['::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::', '2001:0:a00:1::', 'localhost']),
  )('are none such as %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('requests to addresses that others name', () => {
  let server: Server;
  let asked: string[];
  let url: string;
  let answer: RequestListener;
  beforeEach(async () => {
    asked = [];
    answer = (_, response) => response.end('hello');
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = (): string => new URL(url).port;
  const local = new OutboundRequests({ loopback: 'allowed' });

  it('reach the machine itself only where that is said', async () => {
    expect((await local.send(get(`${url}/a`))).body.toString()).toBe('hello');
    const guarded = new OutboundRequests({ loopback: 'refused' });
    for (const refused of [url, `https://127.0.0.1:${port()}`, `https://[::1]:${port()}`, `https://[::ffff:7f00:1]/`]) {
      expect(await reasonOf(guarded.send(get(refused)))).toBe('address-refused');
    }
    // As browsers read them, these are 127.0.0.1 as well.
    for (const written of ['2130706433', '0x7f.1', '127.1']) {
      expect(await reasonOf(guarded.send(get(`https://${written}:${port()}`)))).toBe('address-refused');
    }
    expect(asked).toEqual(['/a']);
  });

  it('never reach private networks, whatever is said of the machine itself', async () => {
    for (const address of ['http://10.0.0.1', 'http://169.254.169.254/latest', 'https://[fd00::1]']) {
      expect(await reasonOf(local.send(get(address)))).toBe('address-refused');
    }
  });

  it('connect to the address that was checked, though a name means another one each time', async () => {
    const looks: string[][] = [['8.8.8.8'], ['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], []];
    const rebinding = new OutboundRequests({ loopback: 'refused' }, async () => looks.shift()!);
    looks.shift();
    const evil = get(`https://evil.example:${port()}/`);
    expect(await reasonOf(rebinding.send(evil))).toBe('address-refused');
    expect(await reasonOf(rebinding.send(evil))).toBe('address-refused');
    expect(await reasonOf(rebinding.send(evil))).toBe('host-unknown');
    expect(asked).toEqual([]);
  });

  it('look the name up for each of them anew', async () => {
    let looks = 0;
    const named = new OutboundRequests({ loopback: 'allowed' }, async () => {
      looks += 1;
      return looks === 1 ? ['127.0.0.1'] : ['192.168.0.1'];
    });
    const named1 = get(`http://hooks.example:${port()}/`);
    expect((await named.send(named1)).status).toBe(200);
    expect(await reasonOf(named.send(named1))).toBe('address-refused');
    expect(asked).toEqual(['/']);
  });

  it('follow no redirection', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/elsewhere' }).end();
    expect((await local.send(get(url))).status).toBe(302);
    expect(asked).toEqual(['/']);
  });

  it('give up when there is no answer, or no end to it, within their time', async () => {
    answer = () => undefined;
    expect(await reasonOf(local.send(get(url, { timeLimitMs: 50 })))).toBe('timeout');
    answer = (_, response) => void response.write('h');
    expect(await reasonOf(local.send(get(url, { timeLimitMs: 50 })))).toBe('timeout');
  });

  it.each([
    ['changes the protocol', 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'],
    ['breaks off', ''],
    ['breaks off in the middle', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello'],
  ])('end where the other side %s, and wait for nothing then', async (_, said) => {
    const other = createTcpServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(said));
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port: at } = other.address() as AddressInfo;
    expect(await reasonOf(local.send(get(`http://127.0.0.1:${at}`)))).toBe('connection');
    other.close();
  });

  it('read no more than they were told to', async () => {
    answer = (_, response) => response.end('x'.repeat(5_000));
    expect(await reasonOf(local.send(get(url)))).toBe('too-large');
    expect((await local.send(get(url, { beyond: 'cut' }))).body).toHaveLength(100);
  });

  it('say when nobody listens, and when the other side is not who it ought to be', async () => {
    expect(await reasonOf(local.send(get(`https://127.0.0.1:${port()}`)))).toBe('tls');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await reasonOf(local.send(get(url)))).toBe('connection');
  });
});
