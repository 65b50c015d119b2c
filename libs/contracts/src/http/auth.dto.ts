import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IsEmail } from './is-email.js';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';

/** E-mail and password for a pair of tokens. */
export class IssueTokensDto {
  @IsEmail() @MaxLength(254) email!: string;
  @IsString() @Length(1, 200) password!: string;

  /** For a person who belongs to several organisations; the one joined first when it is left out. */
  @IsOptional() @IsUUID() organisationId?: string;
}

export class RefreshTokensDto {
  /**
   * The refresh token last received. Each works once; within ten seconds the same client gets the same pair for it again, and
   * whoever else or whenever later uses it ends the whole family.
   */
  @IsString() @Length(20, 200) refreshToken!: string;
}

export class TokensDto {
  /** Bearer token for the `Authorization` header. */
  accessToken!: string;
  tokenType!: 'Bearer';
  /** Seconds until the access token expires. */
  expiresIn!: number;
  refreshToken!: string;
  organisationId!: string;
  organisationKind!: 'agency' | 'business' | 'marketplace';
  roles!: string[];
}

export class ConfirmAddressDto {
  /** The code of the mail. */
  @IsString() @Length(20, 200) code!: string;
}

export class AskPasswordResetDto {
  @IsEmail() @MaxLength(254) email!: string;
}

export class ResetPasswordDto {
  /** The code of the mail. */
  @IsString() @Length(20, 200) code!: string;

  /** At least 12 characters, and none of those that are guessed first. */
  @IsString() @Length(12, 200) password!: string;
}

export const mailDtoLanguages = ['en', 'es', 'ca'] as const;

/** The person who registers an organisation and becomes its owner. */
export class OwnerDto {
  @IsString() @IsOneLine() @IsShown() @Length(1, 120) displayName!: string;
  @IsEmail() @MaxLength(254) email!: string;

  /** In which she is written to; English when it is left out. */
  @IsOptional() @IsIn(mailDtoLanguages) language?: (typeof mailDtoLanguages)[number];

  /** At least 12 characters, and none of those that are guessed first (NIST SP 800-63B, section 3.1.1.2). */
  @IsString() @Length(12, 200) password!: string;
}
