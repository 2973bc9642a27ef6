import { listReviews } from '../../../shared/application/listReviews';
import { openReviews } from '../../../shared/application/openReviews';
import { readSession } from '../../../shared/application/readSession';
import { readWork } from '../../../shared/application/readWork';
import { Urn } from '../../../shared/schema/ids';
import type { Academy } from '../../../shared/schema/people';
import { autumn, settings } from '../../support/builders/calendar';
import * as command from '../../support/builders/commands';
import { judgedBy } from '../../support/builders/framework';
import { commandId, thisYear, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { alder, birch, cedar, dana } from '../../support/builders/people';
import { openReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

const joining = (on: string): readonly Academy[] => [alder, birch, { ...cedar, joinedOn: on }];

describe('an academy that joins the trust', () => {
  it.each([
    ['on the last day of the period is judged on it', '2026-12-18', [urn.alder, urn.birch, urn.cedar]],
    ['the day after is not', '2026-12-19', [urn.alder, urn.birch]],
  ])('%s', async (_, on, expected) => {
    const trust = await createTrust({ academies: joining(on) });
    const names = async () => valueOf(await listReviews(trust)(dana.id, autumn)).reviews.map((each) => each.urn);
    expect(await names()).toEqual(expected);
    expect([...valueOf(await openReviews(trust)(dana.id, command.toOpen())).opened].sort()).toEqual(expected);
    expect(await names()).toEqual(expected);
    const work = valueOf(await readWork(trust)(dana.id)).items.map(({ kind }) => kind);
    expect(work).not.toContain('openReviews');
  });

  it('and has a record of the period already keeps it in sight', async () => {
    const trust = await createTrust({ academies: joining('2027-01-04'), reviews: [openReview({ academy: cedar })] });
    const list = valueOf(await listReviews(trust)(dana.id, autumn));
    expect(list.reviews.find((each) => each.urn === urn.cedar)).toMatchObject({ state: 'open' });
    const { opened, alreadyOpen } = valueOf(await openReviews(trust)(dana.id, command.toOpen()));
    expect([[...opened].sort(), alreadyOpen]).toEqual([[urn.alder, urn.birch], []]);
  });
});

describe('a framework that judges once a year', () => {
  const framework = judgedBy({ period: 'year', record: 'risk assessment' });
  const year = { year: thisYear, period: 'year' } as const;

  it('opens the year, and no term', async () => {
    const trust = await createTrust({ framework });
    const terms = command.toOpen({ commandId: commandId('open-a-term') });
    expect(outcomeOf(await openReviews(trust)(dana.id, terms))).toBe('calendar.unknown-term');
    expect(valueOf(await openReviews(trust)(dana.id, command.toOpen(year)))).toMatchObject(year);
    expect(valueOf(await listReviews(trust)(dana.id, year))).toMatchObject({ judging: { record: 'risk assessment' } });
  });

  it('asks to open it in its own words', async () => {
    const { items } = valueOf(await readWork(await createTrust({ framework }))(dana.id));
    expect(items.map(({ title, detail, subPageId }) => [title, detail, subPageId])).toEqual([
      ['Open the 2026/27 risk assessments', '2026/27 · not open for 3 academies', 'reviews/2026-27/year'],
    ]);
  });

  it('begins at the year, although terms were judged before the trust changed its model', async () => {
    const trust = await createTrust({ framework, reviews: [signedOffReview()] });
    const session = valueOf(await readSession(trust)(dana.id));
    expect(session).toMatchObject({ currentPeriod: year, matrixPeriod: year });
    expect(session.periods.map(({ period }) => period)).toEqual(['year', 'year']);
  });
});

describe('a framework without a matrix', () => {
  it('judges nothing: no period, nothing to open, and a session all the same', async () => {
    const { judging: _, ...framework } = judgedBy({});
    const trust = await createTrust({ framework, settings });
    const session = valueOf(await readSession(trust)(dana.id));
    expect(session.periods).toEqual([]);
    expect(session).not.toHaveProperty('currentPeriod');
    expect(session).not.toHaveProperty('matrixPeriod');
    expect(session.currentYear).toBe(thisYear);
    expect(valueOf(await readWork(trust)(dana.id)).items).toEqual([]);
    expect(outcomeOf(await openReviews(trust)(dana.id, command.toOpen()))).toBe('calendar.unknown-term');
  });
});

describe('the announcing of what was opened', () => {
  const many = Array.from({ length: 60 }, (_, i): Academy => ({ ...alder, urn: Urn.parse(String(200_000 + i)) }));
  const openAll = async (announce: () => Promise<void>) => {
    const trust = await createTrust({ academies: many });
    let asked = 0;
    const counting = () => {
      asked += 1;
      return announce();
    };
    const opening = openReviews({ ...trust, notifier: { ...trust.notifier, announce: counting } });
    const { opened } = valueOf(await opening(dana.id, command.toOpen()));
    return { asked, opened: opened.length };
  };

  it('keeps nobody waiting for a queue that is away: after the first few the sweep has the rest', async () => {
    const { asked, opened } = await openAll(() => Promise.reject(new Error('The queue did not answer.')));
    expect(opened).toBe(many.length);
    expect(asked).toBeLessThan(many.length / 2);
  });

  it('goes on where one of them was not taken', async () => {
    let first = true;
    const { asked } = await openAll(async () => {
      const refused = first;
      first = false;
      if (refused) throw new Error('The queue did not answer.');
    });
    expect(asked).toBe(many.length);
  });
});
