import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { type Problem, problemMediaType, problemOf } from './problem.js';

const clientErrors: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
};

/** What isn't HTTP, or has too many headers, never becomes a request: it is answered on the socket, which then ends. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  endWith(problemOf(clientErrors[error.code ?? ''] ?? 'request.malformed'), socket);
}

/** Whoever takes this for a proxy, or expects what nobody does here, is told so by Node.js itself in its own way, or not at all. */
export function answerInPlaceOfNode(server: Server): void {
  server.on('connect', (_request, socket: Socket) => endWith(problemOf('request.malformed'), socket));
  // The hooks refuse it, as they do what names no host.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
}

function endWith(problem: Problem, socket: Socket): void {
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    `content-type: ${problemMediaType}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
