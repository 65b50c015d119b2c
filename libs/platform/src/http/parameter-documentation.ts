/** Joins a parameter decorator with decorators of the method it stands in, which describe it in the OpenAPI document. */
export const documented =
  (parameter: ParameterDecorator, ...onMethod: readonly MethodDecorator[]): ParameterDecorator =>
  (target, key, index) => {
    parameter(target, key, index);
    if (key === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, key);
    if (descriptor) onMethod.forEach((decorate) => decorate(target, key, descriptor));
  };
