import fc from 'fast-check';
import { graphPath } from '../../../functions/telemetry/graphPath';

describe('where a call to Graph goes', () => {
  it.each([
    ['/sites/orchard.sharepoint.com:/sites/assured', '/sites/{id}/sites/{id}'],
    ['/sites/a,b,c/lists?$select=id,name', '/sites/{id}/lists'],
    ["/sites/a/lists/b/items?$expand=fields&$filter=fields/Title eq 'Birch'", '/sites/{id}/lists/{id}/items'],
    ['/sites/a/lists/b/items/7/fields', '/sites/{id}/lists/{id}/items/{id}/fields'],
    ['/$batch', '/$batch'],
    ['/users/u-1/teamwork/installedApps', '/users/{id}/teamwork/installedApps'],
    ['https://graph.microsoft.com/v1.0/sites/a/lists/b/items/delta?token=secret', '/sites/{id}/lists/{id}/items/delta'],
  ])('%s', (path, template) => expect(graphPath(path)).toBe(template));

  it('never says what it is about', () => {
    const word = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/[/?#]/.test(text));
    fc.assert(
      fc.property(word, fc.string(), (id, query) => {
        expect(graphPath(`/sites/x${id}/items?${query}`)).toBe('/sites/{id}/items');
      }),
    );
  });
});
