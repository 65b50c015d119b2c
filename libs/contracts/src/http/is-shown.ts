import { isBlank } from '#text';
import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

/** There is something to be seen. What the domain decides says that by a code of its own; this is for the rest. */
export const IsShown = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isShown',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && !isBlank(value),
        defaultMessage: buildMessage((each) => `${each}$property must show something`, options),
      },
    },
    options,
  );
