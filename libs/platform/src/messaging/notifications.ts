import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { Database } from '../database/index.js';

const debounceMs = 10;
const reconnectMs = 1_000;

/**
 * Tells other processes on the same database that the journal has grown, and hears it from them, on a connection of its
 * own: within a write's transaction NOTIFY would line up all commits. Only a hint; while it doesn't work, polls do.
 */
export class Notifications {
  private readonly logger = new Logger('Messaging');
  private readonly channel: string;
  private client: Client | null = null;
  private pending: NodeJS.Timeout | null = null;
  private reconnecting: NodeJS.Timeout | null = null;
  private connecting: Promise<void> = Promise.resolve();
  private sending: Promise<unknown> = Promise.resolve();
  private stopped = true;

  constructor(
    private readonly database: Database,
    private readonly onHeard: () => void,
  ) {
    this.channel = `ajudant_${database.schema}_journal`;
  }

  start(): void {
    this.stopped = false;
    this.connecting = this.connect();
  }

  /** Many in a row become one. */
  notify(): void {
    this.pending ??= setTimeout(() => {
      this.pending = null;
      // A client takes one query at a time, and a busy database may not have answered the one before.
      this.sending = this.sending.then(() => this.send());
    }, debounceMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.pending !== null) clearTimeout(this.pending);
    if (this.reconnecting !== null) clearTimeout(this.reconnecting);
    this.pending = null;
    await this.connecting;
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async send(): Promise<void> {
    await this.client?.query(`NOTIFY ${this.channel}`).catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { options } = this.database.dataSource;
    const connectionString = 'url' in options ? options.url : undefined;
    const client = new Client({
      connectionString,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: `ajudant-${this.database.schema}-hints`,
    });
    client.on('notification', ({ processId }) => {
      // What we said ourselves is no news.
      if (processId !== (client as Client & { processID: number }).processID) this.onHeard();
    });
    client.on('error', () => undefined);
    client.once('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
      this.client = client;
    } catch (error) {
      this.logger.warn(`hints between processes are not heard for now: ${String(error)}`);
      await client.end().catch(() => undefined);
      this.tryAgainLater();
    }
  }

  private lost(client: Client): void {
    if (this.client !== client) return;
    this.client = null;
    this.tryAgainLater();
  }

  private tryAgainLater(): void {
    if (this.stopped || this.reconnecting !== null) return;
    this.reconnecting = setTimeout(() => {
      this.reconnecting = null;
      this.connecting = this.connect();
    }, reconnectMs);
  }
}
