import type { app } from '@microsoft/teams-js';
import { changedSubPage, contextFrom, themeFrom } from '../../../tabs/app/teams';

describe('what Teams says', () => {
  it.each([
    ['default', 'light'],
    ['dark', 'dark'],
    ['contrast', 'contrast'],
    ['glass', 'light'],
  ])('theme %s is shown as %s', (name, theme) => expect(themeFrom(name)).toBe(theme));

  it('reads the sub-page of a changed context in both shapes', () => {
    expect(changedSubPage({ page: { id: 'work', subPageId: 'categories' } })).toBe('categories');
    expect(changedSubPage({ entityId: 'work', subEntityId: 'categories' })).toBe('categories');
  });
  it.each([undefined, null, 'work', { page: {} }, { subEntityId: 7 }, { subEntityId: '' }])(
    'finds none in %p',
    (context) => expect(changedSubPage(context)).toBeUndefined(),
  );
});

describe('where the tab is', () => {
  const context = (clientType: string): app.Context =>
    ({
      app: { theme: 'default', host: { clientType } },
      page: { id: 'work', frameContext: 'content' },
    }) as app.Context;
  it.each([
    ['android', true],
    ['ios', true],
    ['ipados', true],
    ['desktop', false],
    ['web', false],
    ['macos', false],
    ['surfaceHub', false],
  ])('%s is a phone or tablet: %s', (clientType, mobile) =>
    expect(contextFrom(context(clientType)).mobile).toBe(mobile),
  );
});
