import { changedSubPage, themeFrom } from '../../../tabs/app/teams';

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
