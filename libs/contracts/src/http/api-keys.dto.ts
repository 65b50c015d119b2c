import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Length, Matches } from 'class-validator';
import { IsOneLine } from './is-one-line.js';
import { IsShown } from './is-shown.js';

export class CreateApiKeyDto {
  @IsString() @IsOneLine() @IsShown() @Length(1, 80) name!: string;

  /** `<area>:read` or `<area>:write`, e.g. `bookings:write`. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @IsString({ each: true })
  @Matches(/^[a-z-]{1,40}:(read|write)$/, { each: true })
  scopes!: string[];
}

export class ApiKeyDto {
  id!: string;
  name!: string;
  scopes!: string[];
  createdAt!: string;
}

export class NewApiKeyDto extends ApiKeyDto {
  /** Shown once; only its SHA-256 is stored. */
  key!: string;
}

export class ApiKeyPageDto {
  items!: ApiKeyDto[];
  next!: string | null;
}
