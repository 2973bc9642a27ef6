import { CategorySuggestionView } from '../../../shared/schema/changeViews';
import { Framework } from '../../../shared/schema/framework';
import { autumn } from '../../support/builders/calendar';
import { discussApproveConfirm, smallFramework } from '../../support/builders/framework';
import { area, category, level, unknownYear, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { bo, cora, dana } from '../../support/builders/people';
import { judgedReview, openReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';
import { suggestion, propose, worst } from './proposing';

describe('the suggested category', () => {
  const levels = { [area.attendance]: level.intervention };
  const why = 'Stabilise: the worst judgement counts, and Attendance is Intervention required.';

  it('is read before anything is proposed, and frozen with the proposal', async () => {
    const trust = await createTrust({ framework: worst, reviews: [signedOffReview({ levels })] });
    const read = CategorySuggestionView.parse(valueOf(await suggestion(trust)));
    expect(read).toEqual({ suggested: { category: category.stabilise, why } });
    expect(outcomeOf(await propose(trust))).toBe('category.override-reason-needed');
    const made = valueOf(await propose(trust, { overrideReason: 'A new head has begun.' }));
    expect(made).toMatchObject({ ...read, overrideReason: 'A new head has begun.' });
  });
  it('asks for no reason where the proposal follows it', async () => {
    const trust = await createTrust({ framework: worst, reviews: [signedOffReview({ levels })] });
    expect(outcomeOf(await propose(trust, { to: category.stabilise }))).toBe('accepted');
  });
  it.each([
    ['nothing is opened', []],
    ['nothing is judged', [openReview()]],
  ])('says what is missing while %s', async (_, reviews) => {
    const { suggested } = valueOf(await suggestion(await createTrust({ framework: worst, reviews })));
    expect(suggested?.category).toBeUndefined();
    expect(suggested?.why).toMatch(/^No suggestion yet: .* are not judged\.$/);
  });
  it('is none where the framework has no rule', async () =>
    expect(valueOf(await suggestion(await createTrust({ reviews: [signedOffReview()] })))).toEqual({}));
  it('is not read off a row of another model', async () => {
    const trust = await createTrust({ framework: worst, reviews: [signedOffReview({ levels })] });
    const other = Framework.parse({ ...smallFramework, code: 'other', name: 'Other model' });
    await trust.store.create('settings', { name: 'framework:other@1', framework: other });
    const key = `${urn.alder}|${autumn.year}|${autumn.period}`;
    const loaded = await trust.store.load('reviews', key);
    if (loaded.status !== 'found') throw new Error('The review of this test is there.');
    const { asked: _, ...review } = loaded.document;
    await trust.store.replace('reviews', { ...review, framework: { code: other.code, version: 1 } }, loaded.version);
    expect(valueOf(await suggestion(trust)).suggested).toEqual({
      why: 'This row was judged on another model, ‘Other model’, which the rule cannot read.',
    });
  });
  it('tells the Board nothing of a draft', async () => {
    const framework = Framework.parse({
      ...worst,
      routes: [{ ...discussApproveConfirm, proposers: ['boardMember', 'ceo'] }],
    });
    const trust = await createTrust({ framework, reviews: [judgedReview({ levels })] });
    expect(outcomeOf(await suggestion(trust, bo))).toBe('category.row-not-settled');
    expect(outcomeOf(await suggestion(trust, cora))).toBe('accepted');
  });
  it('of a period that is judged by nobody is not found', async () =>
    expect(outcomeOf(await suggestion(await createTrust({ framework: worst }), dana, { year: unknownYear }))).toBe(
      'calendar.unknown-term',
    ));
});
