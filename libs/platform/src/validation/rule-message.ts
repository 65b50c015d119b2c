import type { ValidationArguments } from 'class-validator';

type Message = string | ((given: ValidationArguments) => string);

/** The words of a refusal, with the rule's bounds and the member's name in the place of class-validator's tokens. */
export function messageOf(message: Message, given: ValidationArguments): string {
  const { constraints, value, property, targetName } = given;
  let text = typeof message === 'function' ? message(given) : message;
  (constraints ?? []).forEach((constraint: unknown, index) => {
    text = text.replaceAll(new RegExp(`\\$constraint${index + 1}`, 'g'), textOf(constraint));
  });
  if (['string', 'boolean', 'number'].includes(typeof value)) text = text.replaceAll('$value', String(value));
  return text.replaceAll('$property', property).replaceAll('$target', targetName);
}

const textOf = (constraint: unknown): string =>
  Array.isArray(constraint)
    ? constraint.join(', ')
    : typeof constraint === 'symbol'
      ? (constraint.description ?? '')
      : String(constraint);
