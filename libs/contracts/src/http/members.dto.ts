import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { mailDtoLanguages } from './auth.dto.js';
import { IsEmail } from './is-email.js';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';

export const invitableRoles = [
  'agency.owner',
  'agency.coordinator',
  'agency.assessor',
  'agency.assistant',
  'agency.signatory',
  'business.owner',
  'business.colleague',
  'business.accountant',
  'business.signatory',
] as const;

/** All roles that a member has from now on. */
export class ChangeRolesDto {
  /** Roles of the own kind of organisation. A signatory accepts agreements and proposals as owners do. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsIn(invitableRoles, { each: true })
  roles!: (typeof invitableRoles)[number][];

  /** For the role `agency.assistant`: the listing that this person is. */
  @IsOptional() @IsUUID() assistantId?: string;
}

export class InviteMemberDto extends ChangeRolesDto {
  @IsEmail() @MaxLength(254) email!: string;

  /** In which the person is written to; English when it is left out. */
  @IsOptional() @IsIn(mailDtoLanguages) language?: (typeof mailDtoLanguages)[number];
}

export class OpenInvitationDto {
  id!: string;
  email!: string;
  roles!: string[];
  assistantId!: string | null;
  /** The member who invited, or who made the key that did. */
  invitedBy!: string | null;
  invitedAt!: string;
  expiresAt!: string;
}

export class InvitationPageDto {
  items!: OpenInvitationDto[];
  next!: string | null;
}

export class InvitationDto {
  id!: string;
  email!: string;
  roles!: string[];
  expiresAt!: string;
  /**
   * Shown once; whoever was invited gives it to `POST /v1/invitations/acceptances`. The mail to that person has one of its
   * own, which also confirms the address.
   */
  token!: string;
}

export class AcceptInvitationDto {
  @IsString() @Length(20, 200) token!: string;
  @IsString() @IsOneLine() @IsShown() @Length(1, 120) displayName!: string;

  /** A new password, at least 12 characters; the existing one for a person who already has an account here. */
  @IsString() @Length(12, 200) password!: string;
}

export class MemberDto {
  userId!: string;
  displayName!: string;
  email!: string;
  roles!: string[];
  assistantId!: string | null;
  joinedAt!: string;
}

export class MemberPageDto {
  items!: MemberDto[];
  next!: string | null;
}
