/** What @Type notes down; the package exports no way to it. */
declare module 'class-transformer/cjs/storage.js' {
  type Options = NonNullable<
    Parameters<(typeof import('class-validator-jsonschema'))['validationMetadatasToSchemas']>[0]
  >;
  export const defaultMetadataStorage: NonNullable<Options['classTransformerMetadataStorage']>;
}
