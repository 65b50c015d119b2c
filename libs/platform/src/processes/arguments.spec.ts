import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('index.js', import.meta.url));
const program = `import { argumentsOf } from ${JSON.stringify(entry)};
  const options = { url: { type: 'string' }, rounds: { type: 'string', default: '5' }, quick: { type: 'boolean' } };
  console.log(JSON.stringify(argumentsOf('npm run weigh -- [options]: weighs parcels.', options)));`;

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', program, '--', 'weigh.js', ...args],
    {
      env: { ...process.env, NODE_OPTIONS: '' },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
};

describe('what is said after a command', () => {
  it('is read by its options', () => {
    expect(JSON.parse(run('--url', 'http://x', '--quick').stdout)).toEqual({
      url: 'http://x',
      rounds: '5',
      quick: true,
    });
  });

  it('may be a call for help', () => {
    expect(run('--quick', '--help')).toEqual({
      status: 0,
      stdout: 'npm run weigh -- [options]: weighs parcels.\n  --url VALUE\n  --rounds 5\n  --quick\n  --help\n',
      stderr: '',
    });
  });

  it.each([
    [['--urn', 'x'], /^Unknown option '--urn'\. --help says more\.\n$/],
    [['weigh'], /^Unexpected argument 'weigh'.* --help says more\.\n$/],
    [['--rounds', 'many'], /^--rounds takes a number, and not many\. --help says more\.\n$/],
    [['--url'], /^Option '--url <value>' argument missing\. --help says more\.\n$/],
  ])('ends the process with code 2 and one line where it is not taken: %j', (args, line) => {
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(line);
  });
});
