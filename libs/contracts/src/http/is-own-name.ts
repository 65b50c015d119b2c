import { isOwnName } from '#text';
import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

/** For what a client calls something of its own, such as a line. */
export const IsOwnName = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isOwnName',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isOwnName(value),
        defaultMessage: buildMessage(
          (each) => `${each}$property takes letters, digits and . _ - between them, 40 at most`,
          options,
        ),
      },
    },
    options,
  );
