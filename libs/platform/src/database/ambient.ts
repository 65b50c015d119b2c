import { AsyncLocalStorage } from 'node:async_hooks';

interface Link {
  readonly of: object;
  readonly value: unknown;
  readonly outer: Link | undefined;
}

/**
 * One for all that is carried: until Node 24 each promise copies what each storage holds for it, so that every further
 * storage would cost time and memory with each promise of the process, wherever it is made.
 */
const storage = new AsyncLocalStorage<Link | undefined>();

/** A value that goes along with work through its awaits, and that whoever is called on the way may ask for. */
export class Ambient<Value> {
  current(): Value | undefined {
    for (let link = storage.getStore(); link !== undefined; link = link.outer)
      if (link.of === this) return link.value as Value;
    return undefined;
  }

  /** Runs work with a value of its own, or with none. What else is carried goes along. */
  run<Result>(value: Value | undefined, work: () => Result): Result {
    const outer = withoutValueOf(this, storage.getStore());
    return storage.run(value === undefined ? outer : { of: this, value, outer }, work);
  }
}

/** The one before is left out, so that what begins anew from within, again and again, has no longer a chain behind it. */
function withoutValueOf(ambient: object, link: Link | undefined): Link | undefined {
  if (link === undefined) return undefined;
  if (link.of === ambient) return link.outer;
  const outer = withoutValueOf(ambient, link.outer);
  return outer === link.outer ? link : { ...link, outer };
}
