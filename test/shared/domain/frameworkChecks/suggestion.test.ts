import { mistakesAfter, placesAfter, soundDocument } from '../../../support/builders/frameworkDocument';
import { levels, categories, cells, table } from './suggestionTable';

const after = (rule: object, more: object = {}) => placesAfter({ categorySuggestion: rule, ...more });

describe('the worst of', () => {
  const line = (level: string, category: string, scale = 'rag') => ({ scale, level, category });
  const worstOf = (list: object[], areas: string[] = []) => ({ rule: 'worstOf', areas, levels: list });
  const [a, b, c] = [line('low', 'one'), line('mid', 'two'), line('high', 'three')];

  it.each([
    ['every level', [a, b, c], []],
    ['a level without a category', [a, c, line('high', 'two')], ['levels.2', 'levels']],
    ['a level twice', [a, b, c, a], ['levels.3']],
    ['an unknown level', [a, b, c, line('best', 'three')], ['levels.3.level']],
    ['an unknown scale', [a, b, c, line('low', 'one', 'no')], ['levels.3.scale']],
    ['an unknown category', [a, b, line('high', 'four')], ['levels.2.category', '']],
    ['a better level with more support', [a, line('mid', 'three'), line('high', 'two')], ['levels.2']],
    ['a category that is never suggested', [a, line('mid', 'one'), c], ['']],
  ])('%s', (_, list, paths) =>
    expect(after(worstOf(list))).toEqual(paths.map((path) => ['categorySuggestion', path].filter(Boolean).join('.'))),
  );

  it('looks only at areas that there are, and at scales that they use', () => {
    expect(after(worstOf([a, b, c], ['no']))).toContain('categorySuggestion.areas.0');
    const { scales } = soundDocument();
    const second = { ...scales[0], code: 'second', name: 'Second' };
    const changes = { scales: [...scales, second], 'areas.1.scale': 'second' };
    const all = [a, b, c, ...levels.map((level, i) => line(level, categories[i] ?? '', 'second'))];
    expect(after(worstOf(all), changes)).toEqual([]);
    expect(after(worstOf(all, ['payroll']), changes)).toEqual([3, 4, 5].map((i) => `categorySuggestion.levels.${i}`));
  });

  it('is turned round for an area where high is bad', () => {
    const turned = { 'areas.0.highIsBad': true, 'areas.1.highIsBad': true };
    expect(after(worstOf([line('low', 'three'), b, line('high', 'one')]), turned)).toEqual([]);
    expect(after(worstOf([a, b, c]), turned)).toHaveLength(2);
  });
});

describe('counts', () => {
  const ref = (level: string, scale = 'rag') => ({ scale, level });
  const at = (atLeast: number, level: string, areas: string[] = []) => ({ atLeast, orWorse: [ref(level)], areas });
  const rule = (lines: object[], otherwise = 'three') => ({ rule: 'counts', lines, otherwise });
  const first = { category: 'one', when: [at(2, 'low')] };
  const second = { category: 'two', when: [at(1, 'low')] };

  it('is in order from most support to least', () => expect(after(rule([first, second]))).toEqual([]));

  it.each([
    [
      'lines from least support to most',
      [
        { ...first, category: 'two' },
        { ...second, category: 'one' },
      ],
      ['lines.1'],
    ],
    [
      'more support otherwise',
      [
        { ...first, category: 'two' },
        { ...second, category: 'three' },
      ],
      ['otherwise'],
      'one',
    ],
    [
      'a line that an earlier one outdoes',
      [
        { ...second, category: 'one' },
        { ...first, category: 'two' },
      ],
      ['lines.1'],
    ],
    ['more areas than there are', [{ category: 'one', when: [at(3, 'low')] }, second], ['lines.0.when.0.atLeast']],
    ['the best level counted', [first, { category: 'two', when: [at(1, 'high')] }], ['lines.1.when.0.orWorse']],
    ['an unknown area', [first, { category: 'two', when: [at(1, 'low', ['no'])] }], ['lines.1.when.0.areas.0']],
    ['an unknown level', [first, { category: 'two', when: [at(1, 'worst')] }], ['lines.1.when.0.orWorse.0.level']],
    [
      'a scale twice in a condition',
      [first, { category: 'two', when: [{ atLeast: 1, orWorse: [ref('low'), ref('mid')] }] }],
      ['lines.1.when.0.orWorse.1'],
    ],
    ['a category that is never suggested', [{ ...first, category: 'two' }, second], ['']],
    [
      'an unknown category otherwise',
      [first, second, { category: 'three', when: [at(1, 'mid')] }],
      ['otherwise'],
      'four',
    ],
  ])('%s', (_, lines, paths, otherwise = 'three') =>
    expect(after(rule(lines, otherwise))).toEqual(
      paths.map((path) => ['categorySuggestion', path].filter(Boolean).join('.')),
    ),
  );

  it('knows that a named area on another scale is never counted', () => {
    const { scales } = soundDocument();
    const changes = {
      scales: [...scales, { ...scales[0], code: 'second', name: 'Second' }],
      'areas.1.scale': 'second',
    };
    const lines = [
      { category: 'one', when: [at(1, 'low', ['payroll', 'attendance'])] },
      { category: 'two', when: [at(1, 'mid')] },
    ];
    expect(after(rule(lines), changes)).toEqual(['categorySuggestion.lines.0.when.0.areas']);
  });

  it('knows which level is the best where high is bad', () => {
    const turned = { 'areas.0.highIsBad': true };
    const lines = [
      { category: 'one', when: [at(1, 'low', ['payroll'])] },
      { category: 'two', when: [at(1, 'low', ['attendance'])] },
    ];
    expect(after(rule(lines), turned)).toEqual(['categorySuggestion.lines.0.when.0.orWorse']);
  });
});

const rising = cells([
  ['one', 'one', 'two'],
  ['one', 'two', 'two'],
  ['two', 'two', 'three'],
]);

describe('a table', () => {
  it.each([
    ['rising both ways', rising, []],
    ['a cell missing', rising.slice(1), ['cells']],
    ['a cell twice', [...rising, ...rising.slice(0, 1)], ['cells.9']],
    ['an unknown level', [...rising, { row: 'best', column: 'low', category: 'one' }], ['cells.9.row']],
    ['a category that is never suggested', cells([1, 2, 3].map(() => ['two', 'two', 'three'])), ['']],
    [
      'more support for a better row',
      cells([
        ['two', 'two', 'three'],
        ['one', 'two', 'three'],
        ['two', 'two', 'three'],
      ]),
      ['cells.3'],
    ],
    [
      'more support for a better column',
      cells([
        ['one', 'two', 'one'],
        ['two', 'two', 'two'],
        ['two', 'two', 'three'],
      ]),
      ['cells.2'],
    ],
  ])('%s', (_, list, paths) =>
    expect(after(table(list))).toEqual(paths.map((path) => ['categorySuggestion', path].filter(Boolean).join('.'))),
  );

  it('is of two areas that there are', () => {
    expect(after(table(rising, 'no'))).toEqual(['categorySuggestion.columns']);
    expect(after(table(rising, 'payroll'))).toEqual(['categorySuggestion.columns']);
  });
});

describe('the bands of a measure', () => {
  const rule = (bands: object[], kpi = 'rate') => ({ rule: 'kpiBand', kpi, bands });
  const better = { 'areas.1.kpis.0.better': 'higher' };
  const bands = [
    { category: 'one', to: 50, words: 'a' },
    { category: 'two', from: 50, to: 70, words: 'b' },
    { category: 'three', from: 70, words: 'c' },
  ];

  it('run with the measure', () => {
    expect(after(rule(bands), better)).toEqual([]);
    expect(after(rule(bands), { ...better, 'areas.1.kpis.0.better': 'lower' })).toContain('categorySuggestion.bands');
  });

  it('need a measure that there is, and that says which way is better', () => {
    expect(after(rule(bands, 'no'), better)).toEqual(['categorySuggestion.kpi']);
    expect(after(rule(bands))).toEqual(['categorySuggestion.kpi']);
  });

  it('leave no value and no category out', () => {
    expect(after(rule(bands.slice(0, 2)), better)).toEqual(['categorySuggestion.bands', 'categorySuggestion']);
    expect(after(rule(bands.map((band) => ({ ...band, category: 'no' }))), better)).toHaveLength(4);
  });

  it('say what is wrong in words', () =>
    expect(mistakesAfter({ ...better, categorySuggestion: rule(bands.slice(0, 2)) })[1]?.message).toBe(
      "The rule never suggests 'three'; give it a line, or say 'none' as the rule and let people choose.",
    ));
});
