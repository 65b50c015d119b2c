/** What each command comes to, by its type; one that is left out doesn't compile. */
export type Deciders<Command extends { readonly type: string }, State, Fact, Context = void> = {
  readonly [Type in Command['type']]: Decider<Extract<Command, { readonly type: Type }>, State, Fact, Context>;
};
type Decider<Command, State, Fact, Context> = (command: Command, state: State, ...context: Given<Context>) => Fact[];
/** Some decide by command and state alone. */
type Given<Context> = Context extends void ? [] : [context: Context];

/** The facts that the command's own decider takes it to. */
export function decideBy<Command extends { readonly type: string }, State, Fact, Context>(
  deciders: Deciders<Command, State, Fact, Context>,
  command: Command,
  state: State,
  ...context: Given<Context>
): Fact[] {
  // The compiler can't see that the decider found under a command's type takes that very command.
  const decide = deciders[command.type as Command['type']] as Decider<Command, State, Fact, Context>;
  return decide(command, state, ...context);
}
