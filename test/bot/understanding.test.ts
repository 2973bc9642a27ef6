import fc from 'fast-check';
import { whichAcademy } from '../../bot/academyNames';
import { understand } from '../../bot/understand';
import { Urn } from '../../shared/schema/ids';

const names = [
  'Alder Academy',
  'Birch Academy',
  'Oak Academy',
  'Oak Lane Academy',
  'St Mary’s Primary School',
  'St Marys Secondary School',
  'Spring Grove School',
  'École Hémon',
];
const academies = names.map((name, i) => ({ name, urn: Urn.parse(String(100_001 + i)) }));

/** 'review: Alder Academy', 'status: Oak Academy or Oak Lane Academy?', 'status: all', 'review: unknown', 'work'. */
const meant = (text: string): string => {
  const intent = understand(text);
  if (intent.kind !== 'review' && intent.kind !== 'status') return intent.kind;
  const which = whichAcademy(intent.academy, academies);
  if (which.kind === 'one') return `${intent.kind}: ${which.academy.name}`;
  if (which.kind === 'several') return `${intent.kind}: ${which.academies.map(({ name }) => name).join(' or ')}?`;
  return `${intent.kind}: ${which.kind === 'none' ? 'unknown' : 'all'}`;
};

const long = 28_000;

test.each([
  ['greeting', ['hi', 'Hello!', 'HEY', 'Good morning', '<at>Assured</at> hello', 'hello assured', 'hi 👋']],
  [
    'help',
    ['help', 'Help, please', '?', '???', 'what can you do?', 'please help me', 'hlep', 'I need help!', '<b>help</b>'],
  ],
  [
    'work',
    [
      ...['my work', 'My work.', 'show me my work', 'What’s waiting for me?', 'what do I have to do?', 'to-do'],
      ...['my wrok', 'my tasks please', 'anything to do?', 'what is waitng for me', 'what do I need too do'],
    ],
  ],
  [
    'approvals',
    [
      ...['approvals', 'Approvals?', 'aprovals', 'apporvals', 'what needs my approval?', 'what do I need to approve'],
      ...['what needs approving', 'anything to sign off?', 'what is waiting for a decision', 'my decisions'],
      ...['reviews waiting for approval', 'approve', 'please show me all approvals 🙏'],
    ],
  ],
  [
    'matrix',
    [
      'matrix',
      'the matrix',
      'show me the matrix please',
      'MATRIX!',
      'matirx',
      'matrx',
      'risk assessment matrix',
      'grid',
    ],
  ],
  [
    'status: all',
    [
      ...['status', 'how are we doing', 'How are we doing?', 'where are we up to', 'how are things?', 'any news?'],
      ...[
        'staus',
        'how is my academy doing?',
        'progress',
        'what’s going on',
        'status of all our academies',
        'my schools',
      ],
    ],
  ],
  [
    'status: Birch Academy',
    [
      ...['status birch', 'where is birch up to', 'Where’s Birch up to?', 'how is Birch doing', 'what about birch'],
      ...[
        'tell me about Birch Academy',
        'what category is birch in?',
        'birch status',
        'stauts of birch',
        'status 100002',
      ],
      ...['how’s birch getting on', 'what is happening at birch', 'update on birch', 'status of the birch review'],
    ],
  ],
  [
    'review: Alder Academy',
    [
      ...['review alder', 'reveiw alder', 'show me the review for Alder Academy please', 'Alder’s review'],
      ...[
        'can I see the alder review?',
        'REVIEW ALDER',
        'rewiew of alder academy',
        'the latest review of Alder, please',
      ],
      ...[
        '<at>Assured</at> review <i>Alder</i>',
        '👍 review alder 🎉',
        'autumn term review alder',
        'review the alders',
      ],
      ...['reviw  alder', 'is the alder review done?', 'review\nalder', 'has Alder’s review been signed off yet?'],
    ],
  ],
  ['review: Alder Academy?', ['review aldre', 'review aldr', 'review aldar', 'review alder budget', 'review of Ald']],
  ['review: Oak Academy', ['review oak academy', 'Review Oak Academy', 'show the review of Oak Academy']],
  ['review: Oak Academy or Oak Lane Academy?', ['review oak', 'oak review', 'review oak school']],
  ['review: Oak Lane Academy', ['review oak lane', 'review of Oak Lane']],
  ['review: St Mary’s Primary School', ['review St Mary’s primary', 'review saint marys primary school']],
  ['review: St Mary’s Primary School or St Marys Secondary School?', ['review St. Mary’s', 'review st marys']],
  ['review: Spring Grove School', ['review spring grove', 'the spring review of Spring Grove']],
  ['review: École Hémon', ['review ecole hemon', 'Review École Hémon']],
  ['review: all', ['review', 'reviews', 'show me the review', 'my review please', 'the autumn review', 'reveiw']],
  ['review: unknown', ['review cedar', 'please review the budget with finance', 'review <script>alert(1)</script>']],
  [
    'other',
    [
      ...['', ' ', 'sign off everything', 'help me sack the head', 'Working late', '<script>', '🙂', 'estates'],
      ...[
        '¿Qué necesita mi aprobación?',
        'was steht an?',
        '今日の予定',
        'ماذا ينتظرني',
        'Comment ça va',
        'constructor',
      ],
      ...['work '.repeat(99), 'a'.repeat(long), '🙂'.repeat(long / 2), '<at>'.repeat(long / 4), 'review '.repeat(200)],
    ],
  ],
])('%s', (expected, texts) => {
  for (const text of texts) expect([text.slice(0, 60), meant(text)]).toEqual([text.slice(0, 60), expected]);
});

test('an academy that is not among those given is never what is meant', () => {
  const [alder, ...others] = academies;
  const which = whichAcademy('alder', others);
  expect(which.kind).toBe('none');
  expect(whichAcademy(String(alder?.urn), others).kind).toBe('none');
});

test('a name that nobody is certain of is asked about, never taken', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...academies),
      fc.nat(),
      fc.constantFrom(...'abcdefghijklmnop'),
      ({ name }, at, letter) => {
        const place = at % name.length;
        const slipped = name.slice(0, place) + letter + name.slice(place + 1);
        const which = whichAcademy(slipped, academies);
        // What still reads as one of the names may be it; what reads as none has to be asked about.
        const reads = names.some((each) => each.toLowerCase() === slipped.toLowerCase());
        if (which.kind === 'one' && !reads) expect(which.academy.name).toBe(name);
      },
    ),
  );
});

test('any text is understood as something, soon', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      expect(() => meant(text)).not.toThrow();
    }),
    { numRuns: 200 },
  );
});
