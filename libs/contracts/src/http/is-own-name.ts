import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

/** Letters, digits, and `.`, `_` and `-` between them: nothing of people fits in, and events may carry it. */
const ownName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** For what a client calls something of its own, such as a line. */
export const IsOwnName = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isOwnName',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && ownName.test(value),
        defaultMessage: buildMessage(
          (each) => `${each}$property takes letters, digits and . _ - between them, 40 at most`,
          options,
        ),
      },
    },
    options,
  );
