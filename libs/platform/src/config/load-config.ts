import { validateSync } from 'class-validator';
import { StartFailure } from '../processes/index.js';
import { nearestName } from '../validation/index.js';
import { type Variable, variablesOf } from './variable.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** One line for each variable that is missing or wrong. */
export class ConfigError extends StartFailure {
  constructor(readonly lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'ConfigError';
  }
}

/** EX_CONFIG of BSD's sysexits.h: a supervisor sees that starting again won't help. */
const configExitCode = 78;

export interface LoadOptions<Required> {
  /** Properties that may not be left out here, although the class allows it. */
  readonly required?: readonly Required[];
  /** Variables that others read: whoever sets one of these has mistyped nothing. */
  readonly alsoKnown?: readonly string[];
}

export type Loaded<Config, Required extends keyof Config> = Config & {
  [Key in Required]-?: NonNullable<Config[Key]>;
};

/**
 * Reads a config class from the environment; an empty variable is one that is not set. Fails with `ConfigError`,
 * which names everything that is wrong at once.
 */
export const readConfig = <Config extends object, Required extends keyof Config & string = never>(
  configClass: new () => Config,
  environment: Environment,
  { required = [] }: LoadOptions<Required> = {},
): Loaded<Config, Required> => {
  const config = new configClass();
  const variables = variablesOf(configClass);
  for (const [key, variable] of variables) {
    const text = textOf(variable, environment);
    if (text !== '') Object.assign(config, { [key]: variable.read(text) });
  }
  const refused = new Set<string>([
    ...validateSync(config, { forbidUnknownValues: false }).map(({ property }) => property),
    ...required.filter((key) => isAbsent(config[key])),
  ]);
  const lines = [...variables]
    .filter(([key]) => refused.has(key))
    .map(([, variable]) => complaint(variable, environment));
  if (lines.length > 0) throw new ConfigError(lines);
  return config as Loaded<Config, Required>;
};

/** Like `readConfig` for several services in one process: what is wrong is named once, whoever reads it. */
export const readConfigs = <Configs extends Record<string, object>>(
  configClasses: { readonly [Name in keyof Configs]: new () => Configs[Name] },
  environment: Environment,
): Configs => {
  const lines = new Set<string>();
  const configs = Object.entries(configClasses).map(([name, configClass]) => {
    try {
      return [name, readConfig(configClass, environment)] as const;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const line of error.lines) lines.add(line);
      return [name, null] as const;
    }
  });
  if (lines.size > 0) throw new ConfigError([...lines]);
  return Object.fromEntries(configs) as Configs;
};

const prefix = 'AJUDANT_';
/** What the suites tell their processes. */
const ofSuites = 'AJUDANT_TEST_';

/** A line for each variable of ours that is set and that nobody reads: somebody counts on it. */
export const unknownVariables = (
  environment: Environment,
  configClasses: readonly (new () => object)[],
  alsoKnown: readonly string[] = [],
): string[] => {
  const own = configClasses.flatMap((configClass) => [...variablesOf(configClass).values()].map(({ name }) => name));
  const known = new Set([...own, ...alsoKnown]);
  return Object.keys(environment)
    .filter((name) => name.startsWith(prefix) && !name.startsWith(ofSuites) && !known.has(name))
    .sort()
    .map((name) => {
      const nearest = nearestName(name, known);
      return `${name}: nobody reads it${nearest === null ? '' : `; is ${nearest} meant?`}`;
    });
};

const sayUnknown = (lines: readonly string[]): void => {
  for (const line of lines) process.stderr.write(`${line}\n`);
};

/**
 * Like `readConfig`, for a main program: prints the lines and ends the process with code 78. What is set and nobody reads is
 * named, too, and does no harm.
 */
export const loadConfig = <Config extends object, Required extends keyof Config & string = never>(
  configClass: new () => Config,
  environment: Environment,
  options: LoadOptions<Required> = {},
): Loaded<Config, Required> => {
  sayUnknown(unknownVariables(environment, [configClass], options.alsoKnown));
  return orExit(() => readConfig(configClass, environment, options));
};

/** Like `readConfigs`, for a main program. */
export const loadConfigs = <Configs extends Record<string, object>>(
  configClasses: { readonly [Name in keyof Configs]: new () => Configs[Name] },
  environment: Environment,
): Configs => {
  sayUnknown(unknownVariables(environment, Object.values(configClasses)));
  return orExit(() => readConfigs(configClasses, environment));
};

/** What reading the configuration gives; prints the lines and ends the process with code 78 where it is wrong. */
export const orExit = <Config>(read: () => Config): Config => {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(configExitCode);
  }
};

const valueOf = (name: string, environment: Environment): string => environment[name]?.trim() ?? '';

const textOf = ({ name, otherwise }: Variable, environment: Environment): string => {
  const own = valueOf(name, environment);
  return own === '' && otherwise !== undefined ? valueOf(otherwise, environment) : own;
};

const isAbsent = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const complaint = (variable: Variable, environment: Environment): string => {
  const { name, otherwise, takes, secret } = variable;
  const text = textOf(variable, environment);
  if (text === '') return `${name}: missing, takes ${takes}`;
  const set = otherwise !== undefined && valueOf(name, environment) === '' ? otherwise : name;
  return `${set}: got ${secret ? `a value of ${text.length} characters` : JSON.stringify(text)}, takes ${takes}`;
};
