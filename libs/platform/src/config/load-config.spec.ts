import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig, readConfigs, unknownVariables } from './load-config.js';
import { ServiceConfig } from './service-config.js';
import { ChoiceVariable, IntegerVariable } from './variable.js';

/** A service's own class, on top of what all services read. */
class ShopConfig extends ServiceConfig {
  @IntegerVariable('SHOP_RESERVATION_MINUTES', { min: 1, max: 1_440 })
  reservationMinutes = 15;

  @ChoiceVariable('SHOP_GIFT_WRAPPING', ['off', 'on'])
  giftWrapping: 'off' | 'on' = 'off';
}

const linesOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(ShopConfig, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.lines;
    throw error;
  }
  return [];
};

describe('the configuration', () => {
  it.each([
    ['no', false],
    ['0', false],
    ['yes', 1],
    ['2', 2],
    ['10.0.0.0/8', ['10.0.0.0/8']],
    ['loopback, 2001:db8::/32,192.0.2.1', ['loopback', '2001:db8::/32', '192.0.2.1']],
  ])('reads which proxies are believed from %s', (text, proxies) => {
    expect(readConfig(ShopConfig, { AJUDANT_TRUST_PROXY: text }).trustProxy).toEqual(proxies);
  });

  it.each(['33', '-1', '1.5', 'true', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.256', 'all', '10.0.0.1,'])(
    'finds no proxies in %s',
    (text) => {
      expect(linesOf({ AJUDANT_TRUST_PROXY: text })).toEqual([
        `AJUDANT_TRUST_PROXY: got "${text}", takes no, a number of proxies up to 32, or a list of addresses and networks such as 10.0.0.0/8, separated by commas`,
      ]);
    },
  );

  it('needs nothing', () => {
    expect(readConfig(ShopConfig, {})).toMatchObject({ httpPort: 8080, databaseUrl: null, kafkaBrokers: [] });
  });

  it('reads what is set', () => {
    const environment = {
      AJUDANT_HTTP_PORT: '0',
      DATABASE_URL: 'postgres://clerk:p%40ss@db.example:5432/ajudant?sslmode=require',
      KAFKA_BROKERS: 'one:9092, two:9093',
      SHOP_RESERVATION_MINUTES: ' 250 ',
    };
    expect(readConfig(ShopConfig, environment)).toMatchObject({
      httpPort: 0,
      databaseUrl: environment.DATABASE_URL,
      kafkaBrokers: ['one:9092', 'two:9093'],
      reservationMinutes: 250,
    });
  });

  it('reads PORT where no port of our own is set', () => {
    expect(readConfig(ServiceConfig, { PORT: '3000' }).httpPort).toBe(3000);
    expect(readConfig(ServiceConfig, { PORT: '3000', AJUDANT_HTTP_PORT: '4000' }).httpPort).toBe(4000);
    expect(linesOf({ PORT: 'x' })).toEqual(['PORT: got "x", takes an integer from 0 to 65535']);
  });

  it('names what is set and nobody reads, with what is probably meant', () => {
    const environment = {
      AJUDANT_HTP_PORT: '1',
      AJUDANT_WHATEVER_ELSE_IT_IS: '1',
      AJUDANT_OF_ANOTHER: '1',
      HTP_PORT: '1',
    };
    expect(unknownVariables(environment, [ShopConfig], ['AJUDANT_OF_ANOTHER'])).toEqual([
      'AJUDANT_HTP_PORT: nobody reads it; is AJUDANT_HTTP_PORT meant?',
      'AJUDANT_WHATEVER_ELSE_IT_IS: nobody reads it',
    ]);
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig(ServiceConfig, { AJUDANT_HTTP_PORT: '', DATABASE_URL: ' ' })).toEqual(new ServiceConfig());
  });

  it.each([
    ['AJUDANT_HTTP_PORT', 'x', 'AJUDANT_HTTP_PORT: got "x", takes an integer from 0 to 65535'],
    ['AJUDANT_HTTP_PORT', '65536', 'AJUDANT_HTTP_PORT: got "65536", takes an integer from 0 to 65535'],
    ['AJUDANT_HTTP_PORT', '80.5', 'AJUDANT_HTTP_PORT: got "80.5", takes an integer from 0 to 65535'],
    ['AJUDANT_HTTP_PORT', '0x50', 'AJUDANT_HTTP_PORT: got "0x50", takes an integer from 0 to 65535'],
    ['AJUDANT_HTTP_HOST', 'http://x', 'AJUDANT_HTTP_HOST: got "http://x", takes a host name or an IP address'],
    ['AJUDANT_LOG_LEVEL', 'loud', /^AJUDANT_LOG_LEVEL: got "loud", takes one of fatal, error, warn, info, debug/],
    ['KAFKA_BROKERS', 'one', 'KAFKA_BROKERS: got "one", takes a list of host:port, separated by commas'],
    ['KAFKA_BROKERS', 'a:1,a:1', 'KAFKA_BROKERS: got "a:1,a:1", takes a list of host:port, separated by commas'],
    ['SHOP_GIFT_WRAPPING', 'yes', 'SHOP_GIFT_WRAPPING: got "yes", takes one of off, on'],
    ['SHOP_RESERVATION_MINUTES', '-1', 'SHOP_RESERVATION_MINUTES: got "-1", takes an integer from 1 to 1440'],
  ])('names a wrong %s of %s in one line', (name, value, line) => {
    const lines = linesOf({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  it.each([
    ['AJUDANT_TOKEN_SECRET', 'hunter2hunter2'],
    ['DATABASE_URL', 'mysql://clerk:hunter2@db/ajudant'],
    ['DATABASE_URL', 'postgres://clerk:hunter2@db:port/ajudant'],
    ['DATABASE_URL', 'postgres://clerk:hunter2@db'],
  ])('does not repeat a secret in the line on %s', (name, value) => {
    const [line] = linesOf({ [name]: value });
    expect(line).toMatch(new RegExp(`^${name}: got a value of ${value.length} characters, takes `));
    expect(line).not.toContain('hunter2');
  });

  it('names everything that is wrong at once', () => {
    expect(linesOf({ AJUDANT_HTTP_PORT: 'x', AJUDANT_LOG_LEVEL: 'loud', SHOP_RESERVATION_MINUTES: '0' })).toHaveLength(
      3,
    );
  });

  it('of several services in one process is read for each, and what is wrong for both is named once', () => {
    const classes = { shop: ShopConfig, stock: ServiceConfig };
    const { shop, stock } = readConfigs(classes, { AJUDANT_HTTP_PORT: '1', SHOP_GIFT_WRAPPING: 'on' });
    expect([shop.httpPort, shop.giftWrapping, stock.httpPort]).toEqual([1, 'on', 1]);
    const read = () => readConfigs(classes, { AJUDANT_HTTP_PORT: 'x', SHOP_GIFT_WRAPPING: 'x' });
    expect(read).toThrow(/^AJUDANT_HTTP_PORT: got "x", .*\nSHOP_GIFT_WRAPPING: got "x", takes one of off, on$/);
  });

  it('names what a service can not do without', () => {
    const read = () => readConfig(ServiceConfig, {}, { required: ['databaseUrl', 'kafkaBrokers', 'tokenSecret'] });
    expect(read).toThrow(
      /^KAFKA_BROKERS: missing, takes a list.*\nDATABASE_URL: missing, takes postgres:.*\nAJUDANT_TOKEN_SECRET: missing, takes at least 32 characters$/,
    );
  });

  it('ends the process with code 78 and no stack trace', () => {
    const entry = fileURLToPath(new URL('index.js', import.meta.url));
    const program = `import { loadConfig, ServiceConfig } from ${JSON.stringify(entry)};
      loadConfig(ServiceConfig, process.env); console.log('still here');`;
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      env: { ...process.env, NODE_OPTIONS: '', AJUDANT_HTTP_PORT: 'x' },
      encoding: 'utf8',
    });
    expect({ status, stderr, stdout }).toEqual({
      status: 78,
      stderr: 'AJUDANT_HTTP_PORT: got "x", takes an integer from 0 to 65535\n',
      stdout: '',
    });
  });
});
