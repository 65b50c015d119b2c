import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { ByTurns } from './by-turns.js';

/**
 * Begins with connections by turns, and reads of one only then: hundreds that come at the same moment would else be set up, and their first
 * requests begun, before anybody else is served.
 */
export function takeConnectionsByTurns(server: Server): void {
  const listeners = server.listeners('connection') as ((socket: Socket) => void)[];
  const turns = new ByTurns();
  // Of net.Server, which reads what `createServer` of http doesn't take as an option.
  Object.assign(server, { pauseOnConnect: true });
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) =>
    turns.take(() => {
      if (socket.destroyed) return;
      for (const listener of listeners) listener.call(server, socket);
      socket.resume();
    }),
  );
}
