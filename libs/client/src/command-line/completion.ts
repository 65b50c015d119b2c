import { type Command, Misuse } from './command.js';

const shells = ['bash', 'zsh', 'fish'] as const;

/** What a shell offers: names of commands, their options, and what their first place takes. */
export const completionOf = (commands: readonly Command[]): Command => ({
  name: 'completion',
  takes: ['SHELL'],
  says: 'Prints what bash, zsh or fish completes by: `source <(ajudant completion bash)`.',
  options: {},
  choices: shells,
  async run({ given, tell }) {
    const all = [...commands, completionOf(commands)];
    switch (given[0]) {
      case 'bash':
        return tell(null, bash(all));
      case 'zsh':
        return tell(null, `autoload -U +X bashcompinit && bashcompinit\n${bash(all)}`);
      case 'fish':
        return tell(null, fish(all));
      default:
        throw new Misuse(`Say for which shell: ${shells.join(', ')}.`);
    }
  },
});

const optionsOf = ({ options }: Command): string[] => Object.keys({ ...options, json: 0, url: 0, help: 0 });

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const words = [...(command.choices ?? []), ...optionsOf(command).map((name) => `--${name}`)];
    return `    ${command.name}) words="${words.join(' ')}" ;;`;
  });
  return [
    '_ajudant() {',
    `  local words="${commands.map(({ name }) => name).join(' ')} help --help --version"`,
    '  if [ "$COMP_CWORD" -gt 1 ]; then case "${COMP_WORDS[1]}" in',
    ...cases,
    '  esac; fi',
    '  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    'complete -o default -F _ajudant ajudant',
  ].join('\n');
}

function fish(commands: readonly Command[]): string {
  const quoted = (words: string): string => `'${words.replaceAll("'", "\\'")}'`;
  return commands
    .flatMap((command) => [
      `complete -c ajudant -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.says)}`,
      ...(command.choices ?? []).map(
        (choice) => `complete -c ajudant -n '__fish_seen_subcommand_from ${command.name}' -a ${choice}`,
      ),
      ...optionsOf(command).map(
        (name) => `complete -c ajudant -n '__fish_seen_subcommand_from ${command.name}' -l ${name}`,
      ),
    ])
    .join('\n');
}
