import type { Jurisdiction } from './clearance-template.js';
import type { GrantedClearance } from './clearance.js';

/** Of a granted clearance, what whoever relies on it has to know. */
export type ClearedWorkplace = Pick<GrantedClearance, 'clearanceId' | 'countryCode' | 'jurisdiction' | 'validUntil'>;

/**
 * Whose checklist clears a workplace: the country's own rules where there is a checklist of them, and elsewhere the general
 * one, which follows Directive 90/270/EEC.
 * @param countryCode ISO 3166-1 alpha-2 of the place where the assistant works
 */
export function jurisdictionOf(countryCode: string): Jurisdiction {
  switch (countryCode) {
    case 'GB':
      return 'uk';
    case 'ES':
      return 'es';
    case 'US':
      return 'us';
    default:
      return 'eu';
  }
}

/** Whether a clearance is of a workplace in that country, by the checklist that holds there. */
export const isClearedIn = (
  { countryCode: cleared, jurisdiction }: Pick<ClearedWorkplace, 'countryCode' | 'jurisdiction'>,
  countryCode: string,
): boolean => cleared === countryCode && jurisdiction === jurisdictionOf(countryCode);
