import { variablesOfServices } from '#access';
import { readConfigs, variablesOf } from '#platform/config';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { allInOneConfigs } from './all-in-one-config.js';

const example = parseEnv(readFileSync(new URL('../../../../.env.example', import.meta.url), 'utf8'));
const names = new Set(
  Object.values(allInOneConfigs).flatMap((config) => [...variablesOf(config).values()].map(({ name }) => name)),
);

describe('variables that one service reads and the other does not', () => {
  it('are known to both', () => {
    const [api, matcher] = Object.values(allInOneConfigs).map(
      (config) => new Set([...variablesOf(config).values()].map(({ name }) => name)),
    );
    expect([...variablesOfServices]).toEqual(
      [...names].filter((name) => !(api!.has(name) && matcher!.has(name))).sort(),
    );
  });
});

describe('.env.example', () => {
  it('lists each variable, and none that is not read', () => {
    expect(Object.keys(example).sort()).toEqual([...names].sort());
  });

  it('shows the defaults', () => {
    expect(readConfigs(allInOneConfigs, example)).toEqual({
      api: new allInOneConfigs.api(),
      matcher: new allInOneConfigs.matcher(),
      demo: new allInOneConfigs.demo(),
    });
  });
});
