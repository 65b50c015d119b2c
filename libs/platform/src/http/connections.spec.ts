import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, Socket } from 'node:net';
import { takeConnectionsByTurns } from './connections.js';

const crowd = 300;

describe('connections that come at the same moment', () => {
  it('are begun with by turns, and each is answered', async () => {
    const server = createServer((_request, response) => void response.end('answered'));
    let begun = 0;
    const mostAtOnce = mostWithinOneTurn(() => begun);
    server.on('connection', () => {
      begun += 1;
      // What Node.js itself does for one takes as long on a slow machine.
      for (const until = performance.now() + 1; performance.now() < until;);
    });
    takeConnectionsByTurns(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const answers = await Promise.all(Array.from({ length: crowd }, () => exchange(port)));
    expect(answers.every((answer) => answer.endsWith('answered'))).toBe(true);
    expect([begun, mostAtOnce() < crowd / 2]).toEqual([crowd, true]);
    server.close();
  });

  it('are forgotten where they ended before their turn', async () => {
    const server = createServer();
    let begun = 0;
    server.on('connection', () => (begun += 1));
    takeConnectionsByTurns(server);
    const [gone, there] = [new Socket(), new Socket()];
    server.emit('connection', gone);
    server.emit('connection', there);
    gone.destroy();
    await new Promise((resolve) => setImmediate(resolve));
    there.destroy();
    expect(begun).toBe(1);
  });
});

/** One request, and all that comes back. */
async function exchange(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.end('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

/** By how much something grew at most between two turns of the event loop. */
function mostWithinOneTurn(of: () => number): () => number {
  let [before, most, isOver] = [0, 0, false];
  const look = (): void => {
    most = Math.max(most, of() - before);
    before = of();
    if (!isOver) setImmediate(look);
  };
  look();
  return () => {
    isOver = true;
    return most;
  };
}
