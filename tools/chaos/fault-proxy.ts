import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What becomes of what goes through: passed on, kept back without a word, or cut as soon as the first byte of an answer comes. */
export type Mood = 'passing' | 'mute' | 'losing-replies';

/** Stands between a client and a server, and is as unreliable as it is told to be. */
export class FaultProxy {
  mood: Mood = 'passing';
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private readonly server: Server = createServer({ allowHalfOpen: true }, (client) => this.join(client));

  private constructor(
    private readonly host: string,
    private readonly targetPort: number,
  ) {}

  static async before(host: string, targetPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(host, targetPort);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Ends all connections, as a network that breaks does. */
  cut(): void {
    for (const [client, target] of this.pairs) {
      client.resetAndDestroy();
      target.resetAndDestroy();
    }
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const target = connect({ host: this.host, port: this.targetPort, allowHalfOpen: true });
    const pair = [client, target] as const;
    this.pairs.add(pair);
    this.carry(client, target, () => false);
    this.carry(target, client, () => this.mood === 'losing-replies');
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.pairs.delete(pair);
        client.destroy();
        target.destroy();
      });
    }
  }

  private carry(from: Socket, to: Socket, isLost: () => boolean): void {
    from.on('data', (bytes: Buffer) => {
      // What is kept back is gone: afterwards the connection is of no use, and is cut.
      if (this.mood === 'mute') return;
      if (isLost()) to.resetAndDestroy();
      else if (!to.destroyed && !to.write(bytes)) {
        from.pause();
        to.once('drain', () => from.resume());
      }
    });
    from.once('end', () => to.end());
  }
}
