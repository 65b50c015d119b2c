import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The same as the shell's own for wrong arguments. */
const misuseExitCode = 2;

/** Says in one line what is wrong with the arguments, and ends the process with code 2. */
export function endAsMisused(reason: string): never {
  process.stderr.write(`${reason} --help says more.\n`);
  process.exit(misuseExitCode);
}

/**
 * What was said after a command. `--help` prints what it is for and its options, and ends the process with code 0; what isn't
 * taken ends it with code 2. An option whose default is a number takes numbers.
 * @param usage says what the command does, beginning with how it is called
 */
export function argumentsOf<const Given extends Options>(usage: string, options: Given) {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${[usage, ...Object.entries(options).map(lineOf), '  --help'].join('\n')}\n`);
    process.exit(0);
  }
  const { values } = parsed(args, options);
  for (const [name, { default: usual }] of Object.entries(options)) {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    if (isNumber(usual) && !isNumber(value)) endAsMisused(`--${name} takes a number, and not ${String(value)}.`);
  }
  return values;
}

function parsed<const Given extends Options>(args: string[], options: Given) {
  try {
    return parseArgs({ args, options });
  } catch (error) {
    // Its first sentence says what; the others how arguments are written in general.
    return endAsMisused(`${(error as Error).message.split('. ')[0]}.`);
  }
}

const isNumber = (value: unknown): boolean => typeof value === 'string' && /^\d+$/.test(value);

const lineOf = ([name, { type, default: usual }]: [string, Options[string]]): string =>
  `  --${name}${type === 'string' ? ` ${String(usual ?? 'VALUE')}` : ''}`;
