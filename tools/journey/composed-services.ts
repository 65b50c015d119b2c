import { fileURLToPath } from 'node:url';
import { demoAdministrator } from '../../apps/all-in-one/src/demo-data/index.js';
import { readComposeFile } from '../compose/compose-file.js';
import { someEnvironment } from '../compose/some-environment.js';
import { freePort } from '../kafka/broker-properties.js';
import { ServiceProcess } from '../start/service-process.js';

type ServiceName = 'api' | 'matcher';

/** What stands around the services; in docker-compose.yml it is other containers. */
export interface Surroundings {
  readonly databaseUrl: string;
  readonly brokers: string;
}

export interface LaunchedService {
  readonly process: ServiceProcess;
  readonly url: string;
  ready(): Promise<void>;
}

/**
 * Api and matchers as processes of their own, told what docker-compose.yml tells them: each variable there is set here,
 * and only what depends on the machine has another value.
 */
export class ComposedServices {
  private readonly launched: LaunchedService[] = [];

  private constructor(
    private readonly surroundings: Surroundings,
    private readonly apiPort: number,
    private readonly print: (line: string) => void,
  ) {}

  static async around(
    surroundings: Surroundings,
    print: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
  ): Promise<ComposedServices> {
    return new ComposedServices(surroundings, await freePort(), print);
  }

  /** Where the api is, whichever process serves it. */
  get url(): string {
    return `http://127.0.0.1:${this.apiPort}`;
  }

  async launch(name: ServiceName, more: Readonly<Record<string, string>> = {}): Promise<LaunchedService> {
    const port = name === 'api' ? this.apiPort : await freePort();
    const program = fileURLToPath(new URL(`../../apps/${name}/src/main.js`, import.meta.url));
    const environment = { ...this.environmentOf(name, port), ...more };
    const launched = new ServiceProcess(name, program, environment, this.print);
    const url = `http://127.0.0.1:${port}`;
    const service = { process: launched, url, ready: () => launched.ready(url) };
    this.launched.push(service);
    return service;
  }

  /** The same, waiting until it can work. */
  async start(name: ServiceName, more: Readonly<Record<string, string>> = {}): Promise<LaunchedService> {
    const service = await this.launch(name, more);
    await service.ready();
    return service;
  }

  async stop(): Promise<void> {
    await Promise.all(this.launched.map((service) => service.process.stop()));
  }

  /** All that a service is told. */
  environmentOf(name: ServiceName, port: number): Record<string, string> {
    const { databaseUrl, brokers } = this.surroundings;
    return {
      ...composed.services[name]?.environment,
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: brokers,
      AJUDANT_HTTP_HOST: '127.0.0.1',
      AJUDANT_HTTP_PORT: String(port),
      AJUDANT_LOG_LEVEL: 'warn',
      // A folder of the container's; here several matchers would share it.
      AJUDANT_SNAPSHOT_DIR: '',
      // Another one of the container's.
      AJUDANT_DATA_DIR: '',
      // Another container; here mails go to a folder.
      AJUDANT_SMTP_URL: '',
      AJUDANT_DRAIN_SECONDS: '0',
      AJUDANT_ADMIN_EMAIL: demoAdministrator.email,
      AJUDANT_ADMIN_PASSWORD: demoAdministrator.password,
    };
  }
}

const composed = readComposeFile(new URL('../../../docker-compose.yml', import.meta.url), someEnvironment);
