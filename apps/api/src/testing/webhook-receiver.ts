import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly event: { readonly id: string; readonly type: string; readonly data: Record<string, unknown> };
}

/** How a message is answered: by a status, or in one's own way. */
export type Answering = number | ((response: ServerResponse) => void);

/** A receiver of webhooks on this machine, as somebody else would write it. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** How messages to a path are answered; 204 unless said. */
  readonly answers = new Map<string, Answering>();
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const path = request.url ?? '';
      this.received.push({ path, headers: request.headers, body, event: JSON.parse(body) as Received['event'] });
      const answer = this.answers.get(path) ?? 204;
      if (typeof answer === 'function') answer(response);
      else response.writeHead(answer, { location: '/elsewhere' }).end();
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  at(path: string): Received[] {
    return this.received.filter((message) => message.path === path);
  }

  typesAt(path: string): string[] {
    return this.at(path).map(({ event }) => event.type);
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** Whether a receiver that has this secret takes the message for genuine. */
export function isGenuine({ headers, body }: Received, secret: string): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}
