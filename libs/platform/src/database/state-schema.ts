/** A state as its row keeps it, which only its schema opens; `State` is what it opens to. */
export interface KeptState<State> {
  readonly stateVersion?: number;
  /** Never there: it ties what is kept to the kind of state that it is of. */
  readonly opensTo?: State;
}

/** A state as JSON has it, of whichever release. */
export type StateJson = Readonly<Record<string, unknown>>;

/** Makes the state that the next version would have kept of one that this version kept. */
export type Upcast = (state: StateJson) => StateJson;

/**
 * How the states of one kind of aggregate are kept as JSON. Each is kept with the version of this schema, and read through
 * the upcasts from its version to the present one, so that a release reads what those before it wrote. What carries no
 * version is of the first, which had none.
 */
export class StateSchema<State extends object> {
  /**
   * @param noun what the state is of, for messages
   * @param upcasts from version 1 to 2, from 2 to 3 and so on; one that has been released never changes
   */
  constructor(
    private readonly noun: string,
    private readonly upcasts: readonly Upcast[] = [],
  ) {}

  get version(): number {
    return this.upcasts.length + 1;
  }

  keep(state: State): KeptState<State> {
    return { ...state, stateVersion: this.version };
  }

  /** @throws Error for a state that a newer release kept: what it means isn't known here */
  open({ stateVersion = 1, ...kept }: KeptState<State>): State {
    if (stateVersion > this.version) {
      throw new Error(`the ${this.noun} is of version ${stateVersion}, and this release knows up to ${this.version}`);
    }
    const state = this.upcasts.slice(stateVersion - 1).reduce<StateJson>((older, upcast) => upcast(older), kept);
    return state as State;
  }
}
