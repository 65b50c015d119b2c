import { emailAddressOf } from '#text';
import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

/** class-validator's rule of this name, by what an address is everywhere else: `#text` says it, and how it is kept. */
export const IsEmail = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isEmail',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && emailAddressOf(value) !== null,
        defaultMessage: buildMessage((each) => `${each}$property must be an e-mail address`, options),
      },
    },
    options,
  );
