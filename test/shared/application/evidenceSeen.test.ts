import { approveCategoryChange } from '../../../shared/application/approveCategoryChange';
import { discussCategoryChange } from '../../../shared/application/discussCategoryChange';
import { proposeCategoryChange } from '../../../shared/application/proposeCategoryChange';
import { rateArea } from '../../../shared/application/rateArea';
import { readCard } from '../../../shared/application/readCard';
import { readCategoryChange } from '../../../shared/application/readCategoryChange';
import { rejectCategoryChange } from '../../../shared/application/rejectCategoryChange';
import { reopenReview } from '../../../shared/application/reopenReview';
import type { ChangeCard } from '../../../shared/schema/card';
import type { Person } from '../../../shared/schema/people';
import * as command from '../../support/builders/commands';
import { area, changeId, commandId } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { cora, dana, hazel } from '../../support/builders/people';
import { signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';

const id = changeId(1);
const read = async (trust: TestTrust, by: Person) => valueOf(await readCategoryChange(trust)(by.id, { id }));
const cardOf = async (trust: TestTrust, by: Person) =>
  valueOf(await readCard(trust)(by.id, { kind: 'categoryChanges', key: id })) as ChangeCard;

/** Dana has proposed on a row that was signed off. */
const proposed = async (): Promise<TestTrust> => {
  const trust = await createTrust({ reviews: [signedOffReview()] });
  valueOf(await proposeCategoryChange(trust)(dana.id, command.toPropose()));
  return trust;
};

const judgeAnew = async (trust: TestTrust): Promise<void> => {
  valueOf(await reopenReview(trust)(cora.id, command.toReopen()));
  const basedOn = signedOffReview().judgements[area.safeguarding]?.id ?? null;
  valueOf(await rateArea(trust)(dana.id, command.toRate({ commandId: commandId('changed'), basedOn })));
};

const discuss = (trust: TestTrust, seen: string | undefined, name = 'agreed') =>
  discussCategoryChange(trust)(hazel.id, {
    ...{ id, round: 1, step: 0, agrees: true, comment: '', commandId: commandId(name) },
    ...(seen !== undefined && { seen }),
  });

describe('a decision on levels that have changed since they were looked at', () => {
  it('is refused, and nothing is decided', async () => {
    const trust = await proposed();
    const { seen } = await read(trust, hazel);
    await judgeAnew(trust);
    expect(outcomeOf(await discuss(trust, seen))).toBe('category.evidence-changed');
    expect((await read(trust, hazel)).step).toBe(0);
  });

  it('is taken once what has changed was in sight', async () => {
    const trust = await proposed();
    await judgeAnew(trust);
    const now = await read(trust, hazel);
    expect(now.changedSince).toHaveLength(1);
    expect(valueOf(await discuss(trust, now.seen)).step).toBe(1);
  });

  it('is taken where nothing is said of what was seen', async () => {
    const trust = await proposed();
    await judgeAnew(trust);
    expect(outcomeOf(await discuss(trust, undefined))).toBe('accepted');
  });

  it('is answered as before where it had been taken already', async () => {
    const trust = await proposed();
    const { seen } = await read(trust, hazel);
    valueOf(await discuss(trust, seen));
    await judgeAnew(trust);
    expect(outcomeOf(await discuss(trust, seen))).toBe('accepted');
    expect(outcomeOf(await discuss(trust, seen, 'a-second-click'))).toBe('category.step-taken');
  });

  it('is refused on every step', async () => {
    const trust = await proposed();
    valueOf(await discuss(trust, undefined));
    const { seen } = await read(trust, cora);
    await judgeAnew(trust);
    const on = { id, round: 1, step: 1, seen };
    const approve = { ...on, comment: '', commandId: commandId('approved') };
    const reject = { ...on, comment: 'No.', commandId: commandId('rejected') };
    expect(outcomeOf(await approveCategoryChange(trust)(cora.id, approve))).toBe('category.evidence-changed');
    expect(outcomeOf(await rejectCategoryChange(trust)(cora.id, reject))).toBe('category.evidence-changed');
  });
});

describe('a card', () => {
  it('says what has changed, and names what it showed as the page does', async () => {
    const trust = await proposed();
    const before = await cardOf(trust, hazel);
    expect(before.changedSince).toEqual([]);
    await judgeAnew(trust);
    const after = await cardOf(trust, hazel);
    expect(after.changedSince).toMatchObject([{ then: { word: 'Assured' }, now: { word: 'Actions in place' } }]);
    expect(after.seen).not.toBe(before.seen);
    expect(after.seen).toBe((await read(trust, hazel)).seen);
  });
});
