import { tenant } from '../settings';
import type { TeamsTokens } from './platform';
import type { PersonOnPage, Visit } from './shapes';

interface Visitor extends PersonOnPage {
  readonly visit: Visit;
}

/** Three people who are in the meeting and not of the trust, each in the way that Teams lets them in (facts §2). */
export const visitors: readonly Visitor[] = [
  {
    id: '0a55ed00-0000-4000-8000-000000000101',
    name: 'Gail Guest',
    email: `gail.guest_partner.example#EXT#@${tenant.domain}`,
    jobTitle: 'Guest in the trust’s Teams',
    place: 'From a partner organisation',
    visit: 'guest',
  },
  {
    id: '0a55ed00-0000-4000-8000-000000000102',
    name: 'Odo Otherwhere',
    email: 'odo.otherwhere@partner.example',
    jobTitle: 'Signed in to another organisation',
    place: 'Partner organisation',
    visit: 'elsewhere',
  },
  {
    id: '0a55ed00-0000-4000-8000-000000000103',
    name: 'Nobody in particular',
    email: '',
    jobTitle: 'Joined by the link, without an account',
    place: 'Unknown',
    visit: 'anonymous',
  },
];

export const visitorNamed = (id: string | undefined): Visitor | undefined => visitors.find((each) => each.id === id);

/** Where somebody has their account who is signed in to another organisation. */
export const otherTenantId = '07be0000-0000-4000-8000-000000000001';

/** What Teams gives the tab for a visitor; nothing for somebody without an account. */
export const tokenOfVisitor = async (
  entra: TeamsTokens,
  authority: string,
  visitor: Visitor,
): Promise<string | undefined> => {
  if (visitor.visit === 'anonymous') return undefined;
  if (visitor.visit === 'guest') return entra.issueTabToken(visitor);
  const claims = { tid: otherTenantId, iss: `${authority}/${otherTenantId}/v2.0` };
  return entra.issueTabToken(visitor, { claims });
};
