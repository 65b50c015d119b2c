import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readConfig } from './load-config.js';
import { ServiceConfig } from './service-config.js';
import { variablesOf } from './variable.js';

const example = parseEnv(readFileSync(new URL('../../../../../.env.example', import.meta.url), 'utf8'));
const names = [...variablesOf(ServiceConfig).values()].map(({ name }) => name);

describe('.env.example', () => {
  it('lists each variable, and none that is not read', () => {
    expect(Object.keys(example).sort()).toEqual([...names].sort());
  });

  it('shows the defaults', () => {
    expect(readConfig(ServiceConfig, example)).toEqual(new ServiceConfig());
  });
});
