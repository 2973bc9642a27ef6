import { createDeepLink } from '../../../bot/cards/deepLink';
import { PromptAnswer } from '../../../bot/cards/prompt';
import { commands } from '../../../bot/cards/commands';
import { renderHelp, renderWelcome } from '../../../bot/cards/talkCard';
import { renderWork } from '../../../bot/cards/workCard';
import type { RoleName } from '../../../shared/schema/people';
import { options } from './examples';
import { work } from './workExamples';
import { actionsOf, linesOf, linksOf, titlesOf } from './parts';

const welcome = (...roles: RoleName[]) =>
  renderWelcome({ name: 'Hazel Head', trustName: 'Orchard Learning Trust', roles }, options);

describe('the welcome', () => {
  test('greets by name and offers the work and the tab', () => {
    const card = welcome('headTeacher');
    expect(linesOf(card)[0]).toBe('Hello Hazel Head, this is Assured');
    expect(titlesOf(card)).toEqual(['My work', 'Open in Assured']);
    expect(actionsOf(card).map(({ data }) => PromptAnswer.safeParse(data).success)).toEqual([true, false]);
  });

  test.each([
    ['headTeacher', /sign it off or query it/],
    ['directorOfEducation', /change of category that you proposed/],
    ['functionLead', /areas of your functions/],
    ['ceo', /approve, return or reject/],
    ['boardMember', /date of the meeting/],
    ['localGovernor', /reviews of your academy/],
    ['administrator', /could not be delivered/],
  ] as const)('tells a %s what arrives in the chat', (role, words) => {
    expect(linesOf(welcome(role)).join('\n')).toMatch(words);
  });

  test('says each thing once to somebody with one role twice', () => {
    const lines = linesOf(welcome('headTeacher', 'headTeacher'));
    expect(new Set(lines).size).toBe(lines.length);
  });

  test.each<[string, RoleName[], string[]]>([
    ['who reads what is judged: everything', ['boardMember', 'administrator'], commands.map(({ title }) => title)],
    ['who only administers: what they may see', ['administrator'], ['my work', 'help']],
    ['who has no role: the same', [], ['my work', 'help']],
  ])('offers whoever %s', (_, roles, titles) => {
    const offered = linesOf(welcome(...roles)).flatMap((line) => /^“(.+)”: /.exec(line)?.[1] ?? []);
    expect(offered).toEqual(titles);
  });

  test('tells somebody without a role whom to ask', () => {
    expect(linesOf(welcome()).join('\n')).toContain('Please ask your trust’s administrator');
  });
});

test('help repeats what was not understood and leads on', () => {
  const card = renderHelp('I did not understand that', ['ceo'], options);
  expect(linesOf(card)[0]).toBe('I did not understand that');
  expect(linesOf(card).join('\n')).toContain('“my work”');
});

describe('the work', () => {
  test('is a link for each thing, to the very place', () => {
    const card = renderWork(work(2), options);
    expect(linesOf(card)[0]).toBe('2 things waiting for you');
    expect(linksOf(card).map((url) => new URL(url).searchParams.get('context'))).toEqual([
      '{"subEntityId":"reviews/2026-27/autumn/100000"}',
      '{"subEntityId":"reviews/2026-27/autumn/100001"}',
      '{"subEntityId":"work"}',
    ]);
  });

  test.each([
    [5, 5, false],
    [6, 4, true],
  ])('of %i things shows %i', (length, shown, more) => {
    const card = renderWork(work(length), options);
    expect(linksOf(card)).toHaveLength(shown + 1);
    expect(linesOf(card).includes('and 2 more in Assured')).toBe(more);
  });

  test('says so where nothing waits', () => {
    expect(linesOf(renderWork(work(0), options))[0]).toBe('Nothing is waiting for you');
  });
});

test('a deep link carries the app, the place, and the tab’s own address for other browsers', () => {
  const link = createDeepLink({ teamsAppId: 'a55e0000-0000-4000-8000-00000000000a', tabOrigin: 'https://tab.example' });
  const url = new URL(link('matrix/2026-27/autumn/100001/attendance?x=1&y'));
  expect(url.origin + url.pathname).toBe(
    'https://teams.microsoft.com/l/entity/a55e0000-0000-4000-8000-00000000000a/work',
  );
  expect(url.searchParams.get('webUrl')).toBe(
    'https://tab.example/matrix/2026-27/autumn/100001/attendance%3Fx%3D1%26y',
  );
  expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({
    subEntityId: 'matrix/2026-27/autumn/100001/attendance?x=1&y',
  });
});
