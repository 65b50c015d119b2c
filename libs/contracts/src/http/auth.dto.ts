import { IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
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
  /** The refresh token last received; each works once, and using one twice revokes its whole family. */
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

/** The person who registers an organisation and becomes its owner. */
export class OwnerDto {
  @IsString() @IsOneLine() @IsShown() @Length(1, 120) displayName!: string;
  @IsEmail() @MaxLength(254) email!: string;

  /** At least 12 characters; no other rule (NIST SP 800-63B, section 3.1.1.2). */
  @IsString() @Length(12, 200) password!: string;
}
