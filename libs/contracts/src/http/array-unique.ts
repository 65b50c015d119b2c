import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

type KeyOf<Item> = (item: Item) => unknown;

/**
 * class-validator's rule of this name, which compares each item with each other, in a time that grows with the number of
 * items and not with its square.
 * @param keyOf what of an item is to be there once; the item itself without
 */
export function ArrayUnique<Item>(keyOf?: KeyOf<Item>, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'arrayUnique',
      validator: {
        validate: (value: unknown) => Array.isArray(value) && areUnique(value, keyOf),
        defaultMessage: buildMessage((each) => `${each}All $property's elements must be unique`, options),
      },
    },
    options,
  );
}

function areUnique<Item>(items: readonly Item[], keyOf: KeyOf<Item> | undefined): boolean {
  const keys = items.map((item) => (keyOf && item !== null && item !== undefined ? keyOf(item) : item));
  return new Set<unknown>(keys).size === keys.length;
}
