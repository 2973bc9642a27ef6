import { z } from 'zod';
import { commands } from '../../bot/cards/commands';
import { commentInputs } from '../../bot/cards/decisions';
import { refreshVerb } from '../../bot/cards/refresh';
import { sharedVerb } from '../../bot/cards/sharedCard';
import { keyOfReview } from '../../shared/domain/keys';
import type { CardAnswer } from '../../shared/schema/card';
import { callerNames, callers } from '../support/builders/people';
import type { CallerName } from '../support/builders/people';
import { atApprove, atConfirm, atDiscuss } from '../support/builders/changes';
import { changeId, urn } from '../support/builders/ids';
import { awaitingReview } from '../support/builders/reviews';
import { statusOf } from '../functions/http/statuses';
import { activity, pressed, signingForAll, written } from './teams';
import { startBot } from './trust';

/** What stands in chat, for every role, about an academy of theirs, about another's and about none. */

jest.setTimeout(60_000);
const signing = signingForAll();

type Place = 'own' | 'other' | 'nowhere';
const places: readonly Place[] = ['own', 'other', 'nowhere'];
const urnAt = { own: urn.alder, other: urn.birch, nowhere: urn.unknown };
const bound: readonly CallerName[] = ['headTeacher', 'localGovernor', 'primaryDirector'];

type Verb = CardAnswer['verb'];
interface Row {
  /** The route of the same use case, whose table says who may. */
  readonly route: Parameters<typeof statusOf>[0];
  /** The state in which its rightful sender gets through, where it is not that of the example of the route. */
  readonly change?: typeof atDiscuss;
}
const rows: { readonly [V in Verb]: Row } = {
  'review.signOff': { route: 'signOffReview' },
  'review.query': { route: 'queryReview' },
  'change.agree': { route: 'discussCategoryChange', change: atDiscuss },
  'change.comment': { route: 'discussCategoryChange', change: atDiscuss },
  'change.represent': { route: 'discussCategoryChange', change: atDiscuss },
  'change.noRepresentations': { route: 'discussCategoryChange', change: atDiscuss },
  'change.approve': { route: 'approveCategoryChange', change: atApprove },
  'change.return': { route: 'returnCategoryChange', change: atApprove },
  'change.reject': { route: 'rejectCategoryChange', change: atApprove },
  'change.confirm': { route: 'confirmCategoryChange', change: atConfirm },
};

it('every button is in this table', () => expect(Object.keys(commentInputs).sort()).toEqual(Object.keys(rows).sort()));

const Answered = z.object({ statusCode: z.number(), value: z.unknown() });
const textOf = (value: unknown): string => JSON.stringify(value ?? '');

/** The trust holds the matter about Alder, or Birch's own, or Alder's while it is asked about none. */
const startAt = (place: Place, change: typeof atDiscuss) => {
  const held = place === 'other' ? urn.birch : urn.alder;
  return startBot(signing, {
    reviews: [{ ...awaitingReview(), urn: held }],
    changes: [{ ...change(), urn: held }],
  });
};
const reviewAt = (place: Place) => ({ ...awaitingReview(), urn: urnAt[place] });
const idAt = (place: Place) => changeId(place === 'nowhere' ? 404 : 1);

const pressing = async (verb: Verb, place: Place, caller: CallerName) => {
  const { change = atApprove } = rows[verb];
  const running = await startAt(place, change);
  const { year, period } = awaitingReview();
  const about = verb.startsWith('review.')
    ? { urn: urnAt[place], year, period, round: 1 }
    : { id: idAt(place), round: 1, step: change().step };
  const typed = { [commentInputs[verb]]: 'As we said.', meetingDate: '2026-11-19' };
  const data = { verb, ...about, ...typed };
  const { status, body } = await running.from(callers[caller], pressed({ verb, data }));
  const answer = Answered.parse(body);
  return { status, answer, said: textOf(answer.value), decided: running.announced.length > 0 };
};

describe.each(Object.keys(rows) as Verb[])('the button %s', (verb) => {
  it.each(callerNames)('%s', async (caller) => {
    for (const place of places) {
      const { status, answer, said, decided } = await pressing(verb, place, caller);
      const withheld = place === 'nowhere' || (place === 'other' && bound.includes(caller));
      const expected = withheld ? 404 : statusOf(rows[verb].route, caller);
      expect({ place, http: status, card: answer.statusCode }).toEqual({ place, http: 200, card: 200 });
      expect({ place, decided }).toEqual({ place, decided: expected === 200 });
      if (expected === 404) expect(said).not.toMatch(/Alder Academy|Birch Academy|10000[12]/);
    }
  });
});

const looks = {
  [refreshVerb]: (place: Place) => ({ kind: 'reviews', key: keyOfReview(reviewAt(place)) }),
  [sharedVerb]: (place: Place) => ({ verb: sharedVerb, kind: 'academies', urn: urnAt[place] }),
} as const;

describe.each(Object.keys(looks) as (keyof typeof looks)[])('looking with %s', (verb) => {
  it.each(bound)('shows %s nothing of another academy, as if it were nowhere', async (caller) => {
    const said = { own: '', other: '', nowhere: '' };
    for (const place of places) {
      const running = await startAt(place, atApprove);
      const { body } = await running.from(callers[caller], pressed({ verb, data: looks[verb](place) }, 'automatic'));
      said[place] = textOf(Answered.parse(body).value);
    }
    // A local governor is shown a review once it is signed off, and this one is not yet.
    const hidden = verb === refreshVerb && caller === 'localGovernor';
    expect(said.own.includes('Alder Academy')).toBe(!hidden);
    expect(said.other).toBe(said.nowhere);
    expect(said.other).not.toMatch(/Birch|100002/);
  });
});

const saidTo = async (caller: CallerName, text: string): Promise<string> => {
  const running = await startAt('other', atApprove);
  await running.from(callers[caller], written(text));
  return running.chat.sent.map(({ card }) => textOf(card)).join();
};

describe.each(commands.map(({ title }) => title))('writing “%s”', (title) => {
  it.each(bound.filter((caller) => title !== 'matrix' || caller !== 'primaryDirector'))(
    'names to %s no academy that is not theirs',
    async (caller) => {
      const said = await saidTo(caller, title);
      expect(said).not.toBe('');
      expect(said).not.toMatch(/Birch|100002/);
    },
  );

  it.each(bound)('with the name of another academy tells %s what the name of none does', async (caller) => {
    const named = await saidTo(caller, `${title} Birch Academy`);
    const unknown = await saidTo(caller, `${title} Quince Academy`);
    expect(named.replaceAll(/birch/gi, 'quince')).toBe(unknown.replaceAll(/quince/gi, 'quince'));
  });

  it.each(callerNames)('is answered, whoever asks: %s', async (caller) => {
    expect(await saidTo(caller, title)).toContain('AdaptiveCard');
  });
});

it('a search finds another academy for nobody whose it is not, and for the chief executive', async () => {
  const value = { commandId: 'find', parameters: [{ name: 'text', value: 'birch' }] };
  const found = async (caller: CallerName): Promise<string> => {
    const running = await startAt('other', atApprove);
    return textOf(
      (await running.from(callers[caller], activity({ type: 'invoke', name: 'composeExtension/query', value }))).body,
    );
  };
  expect(await found('ceo')).toMatch(/Birch Academy/);
  for (const caller of [...bound, 'noRole'] as const) expect(await found(caller)).not.toMatch(/Birch/);
});
