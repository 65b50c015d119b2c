import type { Command } from './command.js';

/** Options of every command. */
export const everywhere = {
  json: { type: 'boolean', says: 'one JSON value a line' },
  url: {
    type: 'string',
    says: 'where Ajudant is; AJUDANT_URL, the login’s, or http://127.0.0.1:8080 unless said',
    value: 'URL',
  },
  help: { type: 'boolean', says: 'this text' },
} as const;

const padded = (rows: readonly (readonly [string, string])[]): string[] => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, says]) => `  ${name.padEnd(width)}  ${says}`);
};

export const helpOf = (command: Command): string =>
  [
    `ajudant ${[command.name, ...command.takes].join(' ')} [options]`,
    '',
    command.says,
    '',
    ...padded(
      Object.entries({ ...command.options, ...everywhere }).map(([name, option]) => [
        `--${name}${'value' in option && option.value !== undefined ? ` ${option.value}` : ''}`,
        option.says,
      ]),
    ),
    ...(command.choices === undefined ? [] : ['', `${command.takes[0]}: ${command.choices.join(', ')}`]),
  ].join('\n');

export const help = (commands: readonly Command[]): string =>
  [
    'ajudant COMMAND [options]',
    '',
    ...padded(commands.map((command) => [[command.name, ...command.takes].join(' '), command.says])),
    '',
    'ajudant COMMAND --help says more. With an API key in AJUDANT_TOKEN nobody needs to sign in.',
    '',
    'It ends with 0 when all went well, 2 when it was called wrongly, 3 without the right to do it, 4 where there is no such thing,',
    '5 where Ajudant refused, 6 where it can’t be reached or is too busy, 1 for anything else.',
  ].join('\n');
