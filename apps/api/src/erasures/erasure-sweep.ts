import { DomainError } from '#domain';
import { Sweep } from '#platform/scheduling';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ErasureStore } from './erasure.store.js';
import { SettleErasure } from './settle-erasure.js';

const plan = { name: 'erasing people who asked a month ago', everySeconds: 3_600, atMost: 50 } as const;

/** Whoever asked a month ago is erased, unless something stands in the way; and what the law kept of others goes. */
@Injectable()
export class ErasureSweep extends Sweep {
  constructor(
    private readonly commands: CommandBus,
    private readonly erasures: ErasureStore,
  ) {
    super(plan);
  }

  override async sweep(now: string): Promise<number> {
    let done = await this.erasures.forget(now);
    for (const id of await this.erasures.due(now, plan.atMost)) {
      if (await this.erase(id, now)) done += 1;
    }
    return done;
  }

  /** False where something stands in the way, which administrators and whoever asked see. */
  private async erase(id: string, now: string): Promise<boolean> {
    try {
      const way = { as: 'done' } as const;
      await this.commands.execute(new SettleErasure({ id, way, of: null, by: null, expectedVersion: null, now }));
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code.startsWith('erasure.')) return false;
      throw error;
    }
  }
}
