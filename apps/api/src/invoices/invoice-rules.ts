import { type AccessRule, readersOfBothSides } from '#access';

export const readInvoices: AccessRule = { roles: readersOfBothSides, scope: 'invoices:read' };
