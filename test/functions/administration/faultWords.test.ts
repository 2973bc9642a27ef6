import { ClientAuthError } from '@azure/msal-node';
import { GraphFault } from '../../../functions/adapters/graph/graphFault';
import { BadFramework } from '../../../functions/administration/frameworkFile';
import { faultWords } from '../../../functions/administration/faultWords';
import { BadEnvironment } from '../../../functions/environment';
import { DeliveryUnavailable } from '../../../shared/application/ports/delivery';
import { StoreUnavailable } from '../../../shared/application/ports/store';

const place = {
  site: { hostname: 'trust.sharepoint.com', path: '/sites/assured' },
  address: 'https://graph.microsoft.com/',
};
const graph = (status: number, message = 'General exception') => new GraphFault(message, { status, code: 'some' });
const words = (fault: unknown) => faultWords(fault, place);

describe('what an administrator reads when Microsoft 365 says no', () => {
  it.each([
    ['no connection', graph(0), /^https:\/\/graph\.microsoft\.com\/ did not answer\. Please check the connection/],
    ['a token that counts for nothing', graph(401), /did not accept the token.*TENANT_ID.*PROVISION_CLIENT_ID/],
    [
      'a site without permission',
      graph(403),
      /may not manage the lists of https:\/\/trust\.sharepoint\.com\/sites\/assured.*PROVISION_CLIENT_ID/,
    ],
    ['no such site, or a deleted list', graph(404), /no site https:.*deleted.*SITE_PATH.*recycle bin/],
    ['another tenant’s site', graph(400, 'Invalid hostname for this tenancy'), /is not in this tenant.*SITE_HOSTNAME/],
    ['too much at once', graph(422), /so many items at once.*Nothing is lost/],
    ['to wait', graph(429), /asks to wait.*what is done stays done/],
    ['a full site', graph(507), /has no storage left/],
    ['anything else', graph(400, 'Invalid request'), /^Microsoft Graph did not do it: 400 some, Invalid request$/],
  ])('%s', (_, fault, expected) => expect(words(fault)).toMatch(expected));

  it('also where the store met it', () => {
    const fault = new StoreUnavailable('SharePoint did not answer.', 5, { cause: graph(429) });
    expect(words(fault)).toBe(words(graph(429)));
  });

  it('a credential that Entra does not take', () => {
    expect(words(new ClientAuthError('invalid_client', 'AADSTS7000222: expired'))).toMatch(
      /^Microsoft Entra did not let this app registration in \(invalid_client\).*expired/,
    );
  });

  it('storage that does not answer, and a credential that gets no token for it', () => {
    expect(words(new DeliveryUnavailable('Azure Storage cannot be reached.', 10))).toMatch(
      /^The storage account did not answer, or does not let this app registration in\. .*STORAGE_ACCOUNT/,
    );
    const expired = new ClientAuthError('invalid_client', 'AADSTS7000222: expired');
    const withoutToken = new DeliveryUnavailable('There is no token.', 10, { cause: expired });
    expect(words(withoutToken)).toBe(words(expired));
  });

  it('what was wrong before anything was asked', () => {
    expect(words(new BadEnvironment(['TENANT_ID is missing']))).toBe(
      'Nothing was done. Please correct these settings:\n  - TENANT_ID is missing',
    );
    expect(words(new BadFramework(['somewhere: something']))).toMatch(/somewhere: something/);
    expect(words('just so')).toBe('just so');
  });
});
