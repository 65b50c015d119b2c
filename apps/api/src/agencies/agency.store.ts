import { type Agency, type AgencyFact, type AgencyId, evolveAgency, usualStandingTerms } from '#domain';
import { Injectable } from '@nestjs/common';
import { ApiStore } from '../api-store.js';
import { agencyEvent } from './agency.events.js';
import { AgencyRow } from './agency.row.js';

@Injectable()
export class AgencyStore extends ApiStore<Agency, AgencyFact, AgencyRow> {
  protected readonly kind = { noun: 'agency', row: AgencyRow, evolve: evolveAgency, toEvent: agencyEvent };
  protected override readonly owners = ['id'] as const;

  protected toState(row: AgencyRow): Agency {
    const details = {
      agencyId: row.id as AgencyId,
      name: row.name,
      countryCode: row.countryCode,
      vatId: row.vatId,
      contactEmail: row.contactEmail,
      legalName: row.legalName,
      registrationNumber: row.registrationNumber,
      address: row.address,
      standingTerms: row.standingTerms ?? usualStandingTerms,
      registeredAt: row.registeredAt.toISOString(),
    };
    const since = row.statusSince?.toISOString() ?? details.registeredAt;
    switch (row.status) {
      case 'registered':
        return { ...details, status: 'registered' };
      case 'verified':
        return { ...details, status: 'verified', verifiedAt: since };
      case 'suspended':
        return { ...details, status: 'suspended', suspendedAt: since, reason: row.suspensionReason ?? '' };
      case 'closed':
        return { ...details, status: 'closed', closedAt: since };
      default:
        return row.status satisfies never;
    }
  }

  protected toRow(agency: Agency): Omit<AgencyRow, 'id' | 'version'> {
    return {
      name: agency.name,
      countryCode: agency.countryCode,
      vatId: agency.vatId,
      contactEmail: agency.contactEmail,
      legalName: agency.legalName,
      registrationNumber: agency.registrationNumber,
      address: agency.address,
      standingTerms: agency.standingTerms === usualStandingTerms ? null : agency.standingTerms,
      status: agency.status,
      registeredAt: new Date(agency.registeredAt),
      statusSince: statusSince(agency),
      suspensionReason: agency.status === 'suspended' ? agency.reason : null,
    };
  }
}

function statusSince(agency: Agency): Date | null {
  switch (agency.status) {
    case 'registered':
      return null;
    case 'verified':
      return new Date(agency.verifiedAt);
    case 'suspended':
      return new Date(agency.suspendedAt);
    case 'closed':
      return new Date(agency.closedAt);
    default:
      return agency satisfies never;
  }
}
