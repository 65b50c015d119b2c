import { catalogueLanguages, type CatalogueLanguage } from '#domain';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';

/** A line of the queries: words to be led to duties. */
export class QueryLineDto {
  /** Any text; the answer has the same. */
  @IsString() @Length(1, 200) id!: string;

  /** The trouble in plain words: English, Spanish, Catalan, or a mix. */
  @IsString() @Length(1, 4000) text!: string;

  /** The one that most of it is in, when it is known; else it is found out. */
  @IsOptional() @IsIn(catalogueLanguages) language?: CatalogueLanguage | null;
}
