import { IsIn, IsOptional } from 'class-validator';

export const catalogueDtoLanguages = ['en', 'es', 'ca'] as const;

export class CatalogueQueryDto {
  /** Language of the wording; English when it is left out. */
  @IsOptional()
  @IsIn(catalogueDtoLanguages)
  language?: (typeof catalogueDtoLanguages)[number];
}

export class DutyDto {
  code!: string;
  group!: string;
  label!: string;
  unit!: string;
  doneCriterion!: string;
  /** Minutes that one unit takes as a rule of thumb. */
  indicativeMinutes!: number;
  /** `acts`: finished by the assistant alone. `prepares`: someone of the business approves or executes the result. */
  mode!: 'acts' | 'prepares';
}

export class DutiesDto {
  items!: DutyDto[];
}

export class SkillDto {
  code!: string;
  label!: string;
  dutyCodes!: string[];
}

export class SkillsDto {
  items!: SkillDto[];
}
