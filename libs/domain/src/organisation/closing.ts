import { demand } from '../policy.js';

/** What two parties have with each other that has to come to its end before one of them goes. */
export type OpenMatter = 'engagement' | 'agreement' | 'booking' | 'work' | 'money';

/** How many of each are open; what there is none of may be missing. */
export type OpenMatters = Readonly<Partial<Record<OpenMatter, number>>>;

/** An organisation goes when nothing is open between it and others. @throws DomainError `organisation.still-open` */
export function nothingIsOpen(open: OpenMatters): void {
  const matters = Object.entries(open).filter(([, count]) => count > 0);
  demand(matters.length === 0, 'organisation.still-open', {
    detail: matters.map(([matter, count]) => `${matter}: ${count}`).join(', '),
  });
}
