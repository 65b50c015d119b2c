import type { EventEnvelope } from '#contracts/envelope';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { surelyFits } from './quick-check.js';

/** The data of an event is not what its type says. Trying again changes nothing about that. */
export class UnfitDataError extends Error {
  constructor(type: string, pointers: readonly string[]) {
    super(`the data of ${type} does not fit: ${pointers.slice(0, 20).join(', ')}`);
    this.name = 'UnfitDataError';
  }
}

/** The event's data as an instance of its class; fails with `UnfitDataError`, which names the fields and no values. */
export const payloadOf = async (payload: new () => object, envelope: EventEnvelope): Promise<object> => {
  const data = plainToInstance(payload, envelope.data);
  if (surelyFits(data)) return data;
  const problems = await validate(data, { forbidUnknownValues: true });
  if (problems.length > 0) {
    throw new UnfitDataError(
      envelope.type,
      problems.flatMap((problem) => pointersOf(problem, '')),
    );
  }
  return data;
};

const pointersOf = ({ property, children, constraints }: ValidationError, above: string): string[] => {
  const pointer = `${above}/${property}`;
  const below = (children ?? []).flatMap((child) => pointersOf(child, pointer));
  return constraints === undefined ? below : [pointer, ...below];
};
