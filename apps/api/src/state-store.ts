import { type AggregateRow, type KeptState, StateSchema } from '#platform/database';
import { Injectable } from '@nestjs/common';
import { ApiStore } from './api-store.js';

export interface StateRow<State> extends AggregateRow {
  state: KeptState<State>;
}

/** What stands beside the state, for lists, sweeps and row-level security to look for. */
export type ColumnsOf<Row> = Omit<Row, 'id' | 'version' | 'state'>;

/** The store of an aggregate whose state is kept as a whole, as JSON. */
@Injectable()
export abstract class StateStore<State extends object, Fact, Row extends StateRow<State>> extends ApiStore<
  State,
  Fact,
  Row
> {
  /** How states are kept, where they are of more than the first version. */
  protected readonly schema?: StateSchema<State>;
  private plainSchema: StateSchema<State> | null = null;

  protected abstract columnsOf(state: State): ColumnsOf<Row>;

  /** The state in a column of that name, which a statement has selected. */
  protected open(kept: KeptState<State>): State {
    return this.schemaInUse.open(kept);
  }

  protected toState(row: Row): State {
    return this.open(row.state);
  }

  protected toRow(state: State): Omit<Row, 'id' | 'version'> {
    const row: ColumnsOf<Row> & Pick<StateRow<State>, 'state'> = {
      ...this.columnsOf(state),
      state: this.schemaInUse.keep(state),
    };
    return row as unknown as Omit<Row, 'id' | 'version'>;
  }

  private get schemaInUse(): StateSchema<State> {
    return this.schema ?? (this.plainSchema ??= new StateSchema(this.kind.noun));
  }
}
