/** Most versions of an aggregate that a consumer may have passed over, because it has nothing to do with them. */
export const maxVersionJump = 1_000;

/**
 * An event is so far ahead of what is known of its aggregate that it is hardly one of it: were it noted, all that come after would be
 * taken for old. It is put aside by itself, and those that follow don't wait behind it.
 */
export class VersionJumpError extends Error {
  constructor(known: number, version: number) {
    super(`version ${version} comes after ${known}`);
    this.name = 'VersionJumpError';
  }
}
