import type { Session } from '../../session/session';
import { allPlacesOf, placesOf } from './places';

const somebody = (organisationKind: Session['organisationKind'], ...roles: string[]): Session =>
  ({ organisationKind, roles, assistantId: roles.includes('agency.assistant') ? 'some' : null }) as never as Session;

describe('places', () => {
  it('are each named once', () => {
    for (const session of [somebody('business', 'business.owner'), somebody('agency', 'agency.owner')]) {
      const to = allPlacesOf(session).map((place) => place.to);
      expect(to).toEqual([...new Set(to)]);
    }
  });

  it('of somebody who works and looks at workplaces are those of both', () => {
    const to = placesOf(somebody('agency', 'agency.assistant', 'agency.assessor')).map((place) => place.to);
    expect(to).toContain('/week');
    expect(to).toContain('/roster');
  });
});
