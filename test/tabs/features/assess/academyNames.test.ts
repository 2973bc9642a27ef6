import { named } from '../../../../tabs/features/assess/academyNames';

const rows = ['Alder Academy', 'St Chad’s Primary School', 'École Saint-Éloi', 'Rowan Academy'].map((name) => ({
  name,
}));
const found = (sought: string): string[] => named(rows, sought).map(({ name }) => name);

describe('looking for an academy', () => {
  it.each<[string, string[]]>([
    ['', rows.map(({ name }) => name)],
    ['  ', rows.map(({ name }) => name)],
    ['row', ['Rowan Academy']],
    ['ALD', ['Alder Academy']],
    ['academy ald', ['Alder Academy']],
    ['chads', ['St Chad’s Primary School']],
    ["chad's", ['St Chad’s Primary School']],
    ['eloi', ['École Saint-Éloi']],
    ['lder', []],
    ['oak', []],
  ])('by %j', (sought, expected) => {
    expect(found(sought)).toEqual(expected);
  });
});
