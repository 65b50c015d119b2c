import { getMetadataStorage, ValidationError, ValidationTypes } from 'class-validator';

/**
 * Finds lists that stand where a DTO has one object: `@ValidateNested()` takes them, and an empty one has nothing to
 * fail. Looked for after the ordinary rules have passed.
 */
export function arraysInPlaceOfObjects(dto: object): ValidationError[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto.constructor, '', false, false);
  const nested = rules.filter(({ type }) => type === ValidationTypes.NESTED_VALIDATION);
  return nested.flatMap(({ propertyName, each }) => {
    const value = (dto as Readonly<Record<string, unknown>>)[propertyName];
    if (!each && Array.isArray(value) && !isDeclaredList(dto, propertyName)) {
      return [notObject(propertyName)];
    }
    const children = childrenOf(value);
    return children.length > 0 ? [errorOf(propertyName, { children })] : [];
  });
}

function childrenOf(value: unknown): ValidationError[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      if (Array.isArray(item)) return [notObject(String(index))];
      const children = isInstance(item) ? arraysInPlaceOfObjects(item) : [];
      return children.length > 0 ? [errorOf(String(index), { children })] : [];
    });
  }
  return isInstance(value) ? arraysInPlaceOfObjects(value) : [];
}

const isInstance = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isDeclaredList = (dto: object, property: string): boolean =>
  Reflect.getMetadata('design:type', Object.getPrototypeOf(dto) as object, property) === Array;

const notObject = (property: string): ValidationError =>
  errorOf(property, { constraints: { isObject: `${property} must be an object` } });

const errorOf = (property: string, found: Partial<ValidationError>): ValidationError =>
  Object.assign(new ValidationError(), { property, ...found });
