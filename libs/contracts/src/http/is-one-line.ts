import { isOneLine } from '#text';
import { buildMessage, ValidateBy, type ValidationOptions } from 'class-validator';

/** For names and the like: text without line breaks and tabs. What else text doesn't hold is refused everywhere. */
export const IsOneLine = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isOneLine',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isOneLine(value),
        defaultMessage: buildMessage((each) => `${each}$property must stand on one line`, options),
      },
    },
    options,
  );
