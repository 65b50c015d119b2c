import { IsString, Length } from 'class-validator';

export class ChangePasswordDto {
  @IsString() @Length(1, 200) currentPassword!: string;

  /** At least 12 characters, and none of those that are guessed first. */
  @IsString() @Length(12, 200) newPassword!: string;
}

/** Whoever deletes herself says by her password that it is she. */
export class DeleteAccountDto {
  @IsString() @Length(1, 200) password!: string;
}

export class SessionDto {
  id!: string;
  organisationId!: string;
  beganAt!: string;
  /** When it last got a new pair of tokens. */
  lastUsedAt!: string;
  /** What the program calls itself by which one signed in; null where it said nothing. */
  program!: string | null;
  /** Whether it is the one that asks. */
  isCurrent!: boolean;
}

export class SessionPageDto {
  items!: SessionDto[];
  next!: string | null;
}
