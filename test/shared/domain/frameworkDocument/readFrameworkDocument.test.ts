import { readFrameworkDocument } from '../../../../shared/domain/frameworkDocument/readFrameworkDocument';
import { placeWords } from '../../../../shared/domain/frameworkDocument/place';
import { Framework } from '../../../../shared/schema/framework';
import { soundDocument, withPlace } from '../../../support/builders/frameworkDocument';

/** What is wrong with the sound document after changes; `undefined` takes a key away. */
const after = (changes: Readonly<Record<string, unknown>>) => {
  const document = Object.entries(changes).reduce<object>(
    (changed, [place, value]) => withPlace(changed, place, value),
    soundDocument(),
  );
  // As it would come from a file, where nothing is undefined.
  return readFrameworkDocument(JSON.parse(JSON.stringify(document)));
};
const told = (changes: Readonly<Record<string, unknown>>) =>
  after(changes).mistakes.map(({ path, message }) => `${path}: ${message}`);

it('reads a framework that is in order, and passes over $schema', () => {
  const { framework, mistakes } = after({ $schema: './framework.schema.json' });
  expect(mistakes).toEqual([]);
  expect(framework).toEqual(Framework.parse(soundDocument()));
});

it.each([[null], [[]], ['framework'], [7]])('asks for one part in braces instead of %j', (document) =>
  expect(readFrameworkDocument(document).mistakes.map(({ message }) => message)).toEqual([
    "A framework’s file holds one part in braces: '{ … }'.",
  ]),
);

describe('keys that nobody knows', () => {
  it.each([
    ['a typing mistake', { 'areas.0.hihgIsBad': true }, 'areas.0.hihgIsBad', 'highIsBad'],
    ['capitals', { 'areas.0.HighIsBad': true }, 'areas.0.HighIsBad', 'highIsBad'],
    ['a letter too many', { stagess: ['Look'] }, 'stagess', 'stages'],
    [
      'half a word',
      { 'judging.settling.word': undefined, 'judging.settling.wor': 'signOff' },
      'judging.settling.wor',
      'word',
    ],
    [
      'one in a variant',
      { 'categories.0.support.0.cadence': { everyWeek: 4 } },
      'categories.0.support.0.cadence.everyWeek',
      'everyWeeks',
    ],
  ])('%s is told with the key that was meant, and with nothing else', (_, changes, place, meant) =>
    expect(told(changes)).toEqual([
      `${place}: The key '${place.split('.').at(-1)}' is not known here; it should probably be '${meant}'.`,
    ]),
  );

  it('are told with all there are, where none is near', () =>
    expect(told({ 'groups.0.colour': 'red' })).toEqual([
      "groups.0.colour: The key 'colour' is not known here; the keys are 'code', 'name' and 'staffMatters'.",
    ]));

  it('are found inside a part whose own key is wrong', () =>
    expect(told({ comittees: [{ code: 'a', naem: 'A' }], committees: undefined })).toEqual([
      "comittees: The key 'comittees' is not known here; it should probably be 'committees'.",
      "committees.0.naem: The key 'naem' is not known here; it should probably be 'name'.",
    ]));

  it('are not asked of criteria, whose keys are the levels', () =>
    expect(told({ 'areas.1.criteria': { hihg: ['Good.'] } })).toEqual([
      "areas.1.criteria.hihg: A criterion of the area 'attendance' names the level 'hihg', which the scale 'rag' does not have; it has 'low', 'mid' and 'high'.",
    ]));
});

describe('values that do not fit', () => {
  it.each([
    [
      'a missing key',
      { 'groups.0.name': undefined },
      "groups.0.name: The key 'name' is missing; add it with a text of 1 to 60 characters.",
    ],
    ['another kind', { name: 7 }, "name: '7' does not belong here; use a text of 1 to 80 characters."],
    ['a list for a text', { name: [] }, 'name: A list does not belong here; use a text of 1 to 80 characters.'],
    ['an empty text', { name: ' ' }, "name: The text is empty (''); use a text of 1 to 80 characters."],
    [
      'a long text',
      { name: 'x'.repeat(81) },
      `name: The text '${'x'.repeat(39)}…' has 81 characters; use a text of 1 to 80 characters.`,
    ],
    [
      'a control character',
      { name: 'a\u0007b' },
      "name: The text 'a\u0007b' holds a control character; leave it out; use a text of 1 to 80 characters.",
    ],
    [
      'no code',
      { 'groups.0.code': 'The money' },
      "groups.0.code: 'The money' does not belong here; use a code: a small letter, then letters and digits only, at most 28 in all, such as 'earlyYears'.",
    ],
    [
      'a word of a list, misspelt',
      { 'judging.period': 'trem' },
      "judging.period: 'trem' does not belong here; it should probably be 'term'; use one of 'fortnight', 'month', 'halfTerm', 'term', 'year' and 'twoYears'.",
    ],
    [
      'a number too large',
      { 'categories.0.order': 13 },
      "categories.0.order: '13' does not belong here; use a whole number from 1 to 12.",
    ],
    ['no whole number', { version: 1.5 }, "version: '1.5' does not belong here; use a whole number of 1 or more."],
    [
      'too few entries',
      { 'routes.0.steps': [] },
      "routes.0.steps: This list has '0' entries; use a list in square brackets with 1 to 8 entries.",
    ],
    [
      'a yes in words',
      { 'groups.0.staffMatters': 'yes' },
      "groups.0.staffMatters: 'yes' does not belong here; use true or false.",
    ],
    [
      'an unknown rule',
      { categorySuggestion: { rule: 'best' } },
      "categorySuggestion.rule: 'best' does not belong here; use one of 'none', 'worstOf', 'counts', 'table' and 'kpiBand'.",
    ],
    [
      'a variant in words',
      { 'categories.0.support.0.cadence': 'weekly' },
      "categories.0.support.0.cadence: 'weekly' does not belong here; use a part in braces with 'everyWeeks', or a part in braces with 'times' and 'per', or a part in braces with 'everyYears'.",
    ],
    [
      'a wrong value in a variant',
      { 'categories.0.support.0.cadence': { times: 0, per: 'term' } },
      "categories.0.support.0.cadence.times: '0' does not belong here; use a whole number from 1 to 52.",
    ],
    [
      'no id of a person',
      { 'routes.0.steps.1': { kind: 'approve', by: 'person', person: 'Ann' } },
      "routes.0.steps.1.person: 'Ann' does not belong here; use an Entra object id, 36 small letters, digits and hyphens.",
    ],
  ])('%s', (_, changes, words) => expect(told(changes)).toContain(words));
});

describe('everything at once', () => {
  it('finds keys, values and references in one reading, in the order of the schema', () =>
    expect(
      after({
        nam: 'Small',
        name: undefined,
        'scales.0.levels.0.tone': 'red',
        'areas.0.group': 'nowhere',
        'categories.0.includes': ['four'],
      }).mistakes.map(({ path }) => path),
    ).toEqual(['nam', 'scales.0.levels.0.tone', 'groups.0', 'areas.0.group', 'categories.0.includes.0']));

  it('says nothing of what only stands in for a wrong value', () => {
    expect(after({ 'categories.1.order': 99 }).mistakes.map(({ path }) => path)).toEqual(['categories.1.order']);
    expect(after({ 'routes.0.steps.2.kind': 'conform' }).mistakes.map(({ path }) => path)).toEqual([
      'routes.0.steps.2.kind',
    ]);
  });

  it('says nothing of an order that is missing, nor of what comes from it', () =>
    expect(after({ 'categories.2.order': undefined }).mistakes.map(({ path }) => path)).toEqual([
      'categories.2.order',
    ]));

  it('still tells what is wrong with the next thing of the kind', () =>
    expect(
      after({ 'areas.0.notApplicableIn': ['nowhere'], 'areas.1.group': 'nowhere' }).mistakes.map(({ path }) => path),
    ).toEqual(['groups.1', 'areas.0.notApplicableIn.0', 'areas.1.group']));

  it('still finds what refers to a code that is no code', () =>
    expect(
      after({ 'groups.0.code': 'The money', 'areas.0.group': 'The money' }).mistakes.map(({ path }) => path),
    ).toEqual(['groups.0.code', 'areas.0.group']));

  it('leaves references alone where the document is too far from a framework', () =>
    expect(
      after({ areas: 'none yet', 'categories.0.includes': ['four'], scales: { code: 'rag' } }).mistakes.map(
        ({ path }) => path,
      ),
    ).toContain('areas'));
});

it('names a place by its path and by the names on the way', () => {
  const document = soundDocument();
  expect(placeWords(document, 'areas.1.kpis.0.bands.1.level')).toBe(
    'areas.1.kpis.0.bands.1.level (Attendance › Rate › 70 or below)',
  );
  expect(placeWords(document, 'judging.period')).toBe('judging.period');
  expect(placeWords(document, '')).toBe('The whole file');
});
