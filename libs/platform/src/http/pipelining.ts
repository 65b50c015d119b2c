import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Requests of one connection that wait for their answers. Browsers and proxies send one after the other; whoever sends thousands
 * without waiting has all of them begin at once, before anybody else's.
 */
const mostWaiting = 100;

/** Answers the first so many that wait on a connection and ends it then: what is on its way behind them was never begun (RFC 9112, 9.3.2). */
export function limitPipelining(server: Server): void {
  const listeners = server.listeners('request') as RequestListener[];
  const waiting = new WeakMap<Socket, number>();
  const ending = new WeakSet<Socket>();
  const done = (socket: Socket): void => {
    const left = (waiting.get(socket) ?? 1) - 1;
    waiting.set(socket, left);
    if (left === 0 && ending.has(socket)) socket.destroySoon();
  };
  // One function for all of them, and not one for each.
  const closed = function (this: ServerResponse): void {
    done(this.req.socket);
  };
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    const before = waiting.get(socket) ?? 0;
    if (before >= mostWaiting) {
      ending.add(socket);
      socket.pause();
    }
    if (ending.has(socket)) return;
    waiting.set(socket, before + 1);
    response.on('close', closed);
    for (const listener of listeners) listener.call(server, request, response);
  });
}
