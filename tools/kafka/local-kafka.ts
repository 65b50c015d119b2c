import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { brokerProperties, type BrokerPorts, freePort, newClusterId } from './broker-properties.js';
import { LocalKafkaError, run } from './command.js';
import { ensureJars } from './jars.js';

export interface LocalKafkaSettings {
  /** Keeps configuration, log and data; a later start on the same folder finds what was sent. */
  readonly folder: string;
  /** Any free one without. */
  readonly port?: number;
  /** In a process group of its own, Ctrl-C reaches the broker only through us, after those who use it. */
  readonly ownGroup?: boolean;
  /** Further properties, by the ports; in the place of ours where both say something. */
  readonly properties?: (ports: BrokerPorts) => Readonly<Record<string, string>>;
  /** Further arguments for the tool that formats the folder. */
  readonly formatting?: readonly string[];
}

const startMs = 300_000;
const stopMs = 20_000;

/** A Kafka of one node, as a child process that ends with us. */
export class LocalKafka {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly ports: BrokerPorts,
    private readonly classPath: string,
    private readonly settings: Omit<LocalKafkaSettings, 'folder' | 'port'>,
  ) {
    process.once('exit', this.kill);
  }

  /** Returns when topics can be made. Fails with `LocalKafkaError`. */
  static async start({ folder, port, ...settings }: LocalKafkaSettings): Promise<LocalKafka> {
    const classPath = await ensureJars();
    const ports = { broker: port ?? (await freePort()), controller: await freePort() };
    const kafka = new LocalKafka(path.resolve(folder), ports, classPath, settings);
    await kafka.format();
    await kafka.startAgain();
    return kafka;
  }

  /** `host:port`, as KAFKA_BROKERS takes it. */
  get brokers(): string {
    return `127.0.0.1:${this.ports.broker}`;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts on the same ports and data after `stop` or `kill`. */
  async startAgain(): Promise<void> {
    const log = createWriteStream(path.join(this.folder, 'broker.log'), { flags: 'a' });
    const child = spawn('java', [...javaOptions, '-cp', this.classPath, 'kafka.Kafka', this.propertiesFile], {
      cwd: this.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: this.settings.ownGroup ?? false,
    });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('close', () => log.end());
    child.once('error', () => undefined);
    this.child = child;
    await writeFile(path.join(this.folder, 'broker.pid'), String(child.pid));
    try {
      await this.waitUntilReady(child);
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Lets the broker close its files; returns when the process is gone. */
  async stop(): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child === null || hasEnded(child)) return;
    const ended = new Promise((resolve) => {
      child.once('close', resolve);
    });
    child.kill('SIGTERM');
    const overdue = setTimeout(() => child.kill('SIGKILL'), stopMs);
    await ended;
    clearTimeout(overdue);
  }

  /** As a power cut would: no closing of files, no goodbye to clients. */
  readonly kill = (): void => {
    this.child?.kill('SIGKILL');
    this.child = null;
  };

  private get propertiesFile(): string {
    return path.join(this.folder, 'server.properties');
  }

  private async format(): Promise<void> {
    const data = path.join(this.folder, 'data');
    await mkdir(data, { recursive: true });
    await writeFile(path.join(this.folder, 'owner.pid'), String(process.pid));
    const { properties, formatting = [] } = this.settings;
    await writeFile(this.propertiesFile, brokerProperties(data, this.ports, properties?.(this.ports)));
    const known = await readFile(path.join(data, 'meta.properties'), 'utf8').catch(() => null);
    if (known !== null) return;
    const format = [
      'kafka.tools.StorageTool',
      'format',
      '-t',
      newClusterId(),
      '-c',
      this.propertiesFile,
      ...formatting,
    ];
    await run('java', ['-cp', this.classPath, ...format], this.folder);
  }

  // A port that is open is not yet a broker that works: in its first seconds its coordinators are still loading.
  private async waitUntilReady(child: ChildProcess): Promise<void> {
    const kafka = new Kafka({ brokers: [this.brokers], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
    const deadline = Date.now() + startMs;
    while (Date.now() < deadline) {
      if (hasEnded(child)) throw new LocalKafkaError(`Kafka did not start: see ${this.folder}/broker.log`);
      if (await canWork(kafka)) return;
      await sleep(100);
    }
    throw new LocalKafkaError(`Kafka was not ready within ${startMs / 1000} s: see ${this.folder}/broker.log`);
  }
}

const javaOptions = ['-Xms256m', '-Xmx512m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn'];
const probeTopic = 'probe';

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null || !child.pid;

/** Whether topics can be made and groups find their coordinator. */
const canWork = async (kafka: Kafka): Promise<boolean> => {
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: probeTopic, numPartitions: 1, replicationFactor: 1 }] });
    await admin.fetchOffsets({ groupId: probeTopic, topics: [probeTopic] });
    return true;
  } catch {
    return false;
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
};
