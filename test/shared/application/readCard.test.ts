import { readCard } from '../../../shared/application/readCard';
import { keyOfReview } from '../../../shared/domain/keys';
import { CardModel } from '../../../shared/schema/card';
import type { Matter } from '../../../shared/schema/matter';
import type { Review } from '../../../shared/schema/review';
import { autumn, summerBefore } from '../../support/builders/calendar';
import { changeAt, type ChangePlace } from '../../support/builders/changes';
import { area, changeId, level, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { callerNames, callers, cedar, type CallerName } from '../../support/builders/people';
import { awaitingReview, everyReview, judgedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

const review: Matter = { kind: 'reviews', key: keyOfReview({ urn: urn.alder, ...autumn }) };
const change: Matter = { kind: 'categoryChanges', key: changeId(1) };
const askOf = (card: CardModel) => ('ask' in card ? (card.ask ?? 'nothing') : 'nothing');

describe('a review’s card, asked for', () => {
  const drafts: readonly CallerName[] = ['headTeacher', 'director', 'primaryDirector', 'functionLead', 'ceo'];
  const asked: Record<string, Partial<Record<CallerName, string>>> = {
    awaiting: { headTeacher: 'signOff' },
    queried: { director: 'answerQuery', primaryDirector: 'answerQuery', ceo: 'answerQuery' },
  };
  describe.each(Object.entries(everyReview()))('%s', (state, document) => {
    const readers = state === 'signedOff' ? [...drafts, 'localGovernor'] : drafts;
    it.each(callerNames)('by %s', async (caller) => {
      const result = await readCard(await createTrust({ reviews: [document] }))(callers[caller].id, review);
      expect(outcomeOf(result)).toBe(readers.includes(caller) ? 'accepted' : 'notFound');
      if (!result.ok) return;
      expect(CardModel.parse(result.value)).toEqual(result.value);
      expect(askOf(result.value)).toBe(asked[state]?.[caller] ?? 'nothing');
    });
  });
});

describe('a review’s card compares', () => {
  const compared = async (before: Review) => {
    const trust = await createTrust({ reviews: [before, awaitingReview()] });
    const card = valueOf(await readCard(trust)(callers.headTeacher.id, review));
    return card.card === 'review' ? [card.comparedWith, card.changes.map((each) => each.area)] : [];
  };
  const levels = { [area.attendance]: level.actions };
  it('with what was signed off in the term before', async () =>
    expect(await compared(signedOffReview({ period: summerBefore, levels }))).toEqual([
      'Summer term 2025/26',
      ['Attendance'],
    ]));
  it('with no draft, and no other academy', async () => {
    expect(await compared(judgedReview({ period: summerBefore, levels }))).toEqual([undefined, []]);
    expect(await compared(signedOffReview({ period: summerBefore, levels, academy: cedar }))).toEqual([undefined, []]);
  });
});

describe('a change’s card, asked for', () => {
  const trustees: readonly CallerName[] = ['boardMember', 'committeeMember'];
  const readers: readonly CallerName[] = ['headTeacher', 'director', 'primaryDirector', 'ceo', ...trustees];
  const asked: Partial<Record<ChangePlace, Partial<Record<CallerName, string>>>> = {
    atDiscuss: { headTeacher: 'discuss' },
    atApprove: { ceo: 'approve' },
    atConfirm: { boardMember: 'confirm' },
    returned: { director: 'resubmit' },
  };
  describe.each(Object.keys(changeAt) as ChangePlace[])('%s', (place) => {
    it.each(callerNames)('by %s', async (caller) => {
      const result = await readCard(await createTrust({ changes: [changeAt[place]()] }))(callers[caller].id, change);
      expect(outcomeOf(result)).toBe(readers.includes(caller) ? 'accepted' : 'notFound');
      if (result.ok) expect(askOf(result.value)).toBe(asked[place]?.[caller] ?? 'nothing');
    });
  });
});

describe('a card of nothing', () => {
  it.each([review, change])('that is not there: $kind', async (matter) =>
    expect(outcomeOf(await readCard(await createTrust())(callers.ceo.id, matter))).toBe('notFound'),
  );
  it('that was edited by hand', async () => {
    const trust = await createTrust({ changes: [changeAt.atApprove()] });
    trust.store.handEdit('categoryChanges', changeId(1));
    expect(outcomeOf(await readCard(trust)(callers.ceo.id, change))).toBe('notFound');
  });
});
