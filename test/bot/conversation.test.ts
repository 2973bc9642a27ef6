import { atApprove, decidedChange } from '../support/builders/changes';
import { ada, bo, birch, birchHead, cedar, cora, dana, gus, hazel, nobody } from '../support/builders/people';
import { awaitingReview, judgedReview, signedOffReview } from '../support/builders/reviews';
import { actionsOf, linesOf, linksOf, titlesOf } from './cards/parts';
import { signingForAll, submitted, written } from './teams';
import { startBot } from './trust';

const signing = signingForAll();

type Somebody = Parameters<Awaited<ReturnType<typeof startBot>>['from']>[0];

/** A trust in which Alder waits for its head teacher, Birch is signed off, and Birch's category waits for the CEO. */
const holdings = {
  reviews: [awaitingReview(), signedOffReview({ academy: birch }), judgedReview({ academy: cedar })],
  changes: [atApprove({ academy: birch })],
};

const conversation = async (
  person: Somebody,
  body: Record<string, unknown>,
  given: Parameters<typeof startBot>[1] = holdings,
) => {
  const running = await startBot(signing, given);
  expect(await running.from(person, body)).toEqual({ status: 200 });
  expect(running.chat.sent).toHaveLength(1);
  const card = running.chat.sent[0]?.card;
  return { card, lines: linesOf(card), titles: titlesOf(card), bytes: JSON.stringify(running.chat.sent) };
};
const said = (person: Somebody, text: string, given?: Parameters<typeof startBot>[1]) =>
  conversation(person, written(text), given);

describe('review', () => {
  test('is the present review, with what is asked of this person', async () => {
    const { lines, titles } = await said(hazel, 'reveiw alder');
    expect(lines[0]).toBe('Please sign off the autumn term review of Alder Academy');
    expect(titles).toContain('Sign off');
  });

  test('without a name is the only academy that somebody has', async () => {
    expect((await said(hazel, 'review')).lines[0]).toContain('Alder Academy');
  });

  test('refreshes itself for the person it was shown to', async () => {
    expect((await said(hazel, 'review')).card).toMatchObject({ refresh: { userIds: [`29:${hazel.id}`] } });
  });

  test('is the last one signed off where none is open, and says so', async () => {
    const { lines, titles } = await said(birchHead, 'my review');
    expect(lines[0]).toBe('ℹ No review is open for Birch Academy. This is the last one, Autumn term 2026/27.');
    expect(titles).not.toContain('Sign off');
  });

  test('is not there yet where nothing was opened', async () => {
    expect((await said(dana, 'review cedar', { reviews: [] })).lines).toEqual([
      'ℹ There is nothing to show you of Cedar Academy yet.',
    ]);
  });

  test('that is not signed off is not shown to a local governor', async () => {
    const { bytes, lines } = await said(gus, 'review alder');
    expect(lines).toEqual(['ℹ There is nothing to show you of Alder Academy yet.']);
    expect(bytes).not.toContain('Assured · ');
  });

  test('of one of several is asked about, with buttons that lead to it', async () => {
    const asked = await said(dana, 'review academy');
    expect(asked.titles).toEqual(['Alder Academy', 'Birch Academy', 'Cedar Academy']);
    const [first] = actionsOf(asked.card);
    const pressed = await conversation(dana, submitted(first?.['data']));
    expect(pressed.lines[0]).toContain('Alder Academy');
  });

  test('of an academy that was almost named is asked about, and not taken for granted', async () => {
    const { lines, titles } = await said(dana, 'review aldre');
    expect(lines[0]).toBe('Is this the academy you mean?');
    expect(titles).toEqual(['Alder Academy']);
  });
});

describe('an academy that somebody may not see', () => {
  test.each(['review alder', 'status alder', 'where is alder up to', 'reveiw aldre', '100001', 'alder academy'])(
    '%s is answered as if it were not there',
    async (text) => {
      const hidden = await said(birchHead, text);
      const invented = await said(birchHead, text.replace(/ald\w+/i, 'zebra').replace('100001', '999999'));
      expect(hidden.lines).toEqual(invented.lines);
      expect(hidden.bytes).not.toMatch(/Alder|Cedar|100001/);
    },
  );

  test.each(['review', 'status'])('is not there for a button that names it, either: %s', async (prompt) => {
    const hidden = await conversation(birchHead, submitted({ prompt, urn: '100001' }));
    const invented = await conversation(birchHead, submitted({ prompt, urn: '999999' }));
    expect(hidden.lines).toEqual(invented.lines);
    expect(hidden.bytes).not.toMatch(/Alder|Cedar|100001/);
  });

  test.each(['my work', 'status', 'matrix', 'approvals', 'review', 'help', 'xyz'])(
    'is not named by %s',
    async (text) => {
      expect((await said(birchHead, text)).bytes).not.toMatch(/Alder|Cedar|100001/);
      expect((await said(nobody, text)).bytes).not.toMatch(/Alder|Birch|Cedar/);
    },
  );
});

describe('status', () => {
  test('of one academy is its category, its review, and with whom its change is', async () => {
    const { lines, titles } = await said(cora, 'where is birch up to');
    expect(lines).toEqual([
      'Birch Academy',
      'Secondary',
      'Autumn term review: Signed off',
      expect.stringMatching(/^A change of category to . \w+ is under way\.$/),
      expect.stringMatching(/^The CEO approves: with Cora Chief since \d+ November 2026, \d\d:\d\d\.$/),
      'You asked for this. As at 20 November 2026, 10:00.',
    ]);
    expect(titles).toEqual(['Show the review', 'Open in Assured']);
  });

  test('has the category in colour, word and symbol', async () => {
    const decided = decidedChange({ academy: cedar, effectiveFrom: '2026-11-19' });
    const { lines } = await said(cora, 'status cedar', { changes: [decided] });
    expect(lines[2]).toMatch(/^Category: \S \w+ since \d+ \w+ 2026$/);
  });

  test('without a name is every academy that somebody has, in a line each', async () => {
    const { lines } = await said(dana, 'how are we doing');
    expect(lines.slice(0, 4)).toEqual([
      'How your 3 academies stand',
      'Alder Academy · Waiting for the head teacher’s sign-off',
      'Birch Academy · Signed off · change under way',
      'Cedar Academy · Being judged',
    ]);
  });

  test('is the name alone, too', async () => {
    expect((await said(dana, 'Birch Academy')).lines[0]).toBe('Birch Academy');
  });

  test('tells an administrator of no review and no category', async () => {
    const { lines } = await said(ada, 'status birch');
    expect(lines).toEqual(['Birch Academy', 'Secondary', 'You asked for this. As at 20 November 2026, 10:00.']);
  });
});

describe('approvals', () => {
  test('are first what waits for this person, as links to where it is decided', async () => {
    const { card, lines } = await said(cora, 'what needs my approval?');
    expect(lines[0]).toBe('1 decision waiting for you');
    expect(lines[1]).toBe('Change of category for Birch Academy');
    expect(lines[2]).toMatch(/^The CEO approves: with Cora Chief since /);
    expect(lines).toContain('Waiting for others (1)');
    expect(lines).toContain('Autumn term review of Alder Academy');
    expect(linksOf(card)[0]).toContain(encodeURIComponent('categories/'));
  });

  test('of a head teacher are their own academy’s', async () => {
    const { lines, bytes } = await said(hazel, 'approvals');
    expect(lines[0]).toBe('1 decision waiting for you');
    expect(lines[2]).toMatch(/^Sign-off: with Hazel Head and Colin Cohead since 16 November 2026, 14:05$/);
    expect(bytes).not.toContain('Birch');
  });

  test('are none where none wait', async () => {
    expect((await said(bo, 'approvals', {})).lines[0]).toBe('No decision is waiting for you');
  });
});

describe('matrix', () => {
  test('is the latest period in counts: levels by function, with word and symbol', async () => {
    const { card, lines } = await said(cora, 'matrix');
    expect(lines[0]).toBe('The matrix, Autumn term 2026/27');
    expect(lines[1]).toBe('3 academies, 1 of them signed off');
    expect(lines.slice(2, -1).length).toBeGreaterThan(0);
    for (const line of lines.slice(2, -1)) expect(line).toMatch(/: \S \d+ \w+/);
    expect(linksOf(card)[0]).toContain(encodeURIComponent('matrix/2026-27/autumn'));
  });

  test('of a board member counts only what is signed off', async () => {
    const all = await said(cora, 'matrix');
    const { lines } = await said(bo, 'matrix');
    expect(lines[0]).toBe(all.lines[0]);
    expect(lines).not.toEqual(all.lines);
    expect(lines.join()).toContain('not judged');
  });

  test('of a head teacher is their own academy’s row', async () => {
    const { lines, bytes } = await said(hazel, 'matrix');
    expect(lines[0]).toBe('Alder Academy in the matrix');
    expect(bytes).not.toMatch(/Birch|Cedar/);
  });

  test('is not open to everybody', async () => {
    expect((await said(ada, 'matrix')).lines[0]).toContain('The matrix is not open to you.');
  });
});

test('help lists what can be asked', async () => {
  const { lines } = await said(hazel, 'help');
  const asks = ['my work', 'approvals', 'status', 'review', 'matrix', 'help'];
  expect(lines.filter((line) => /^“/.test(line)).map((line) => line.slice(1, line.indexOf('”')))).toEqual(asks);
});
