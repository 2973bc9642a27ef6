import { exportReview } from '../../../../shared/application/exportReview';
import { readReview } from '../../../../shared/application/readReview';
import { reviewSheet } from '../../../../shared/domain/exports/reviewSheet';
import type { Review } from '../../../../shared/schema/review';
import { autumn } from '../../../support/builders/calendar';
import { area, kpi, level, urn } from '../../../support/builders/ids';
import { dana } from '../../../support/builders/people';
import { awaitingReview, judgedReview, queriedReview, signedOffReview } from '../../../support/builders/reviews';
import { createTrust } from '../../../support/builders/trust';

const measured = {
  [kpi.attendanceRate]: {
    value: 48.2,
    asAt: '2026-10-09',
    source: 'Register',
    by: dana.id,
    at: '2026-10-10T09:00:00Z',
  },
};

const sheetOf = async (review: Review) => {
  const trust = await createTrust({ reviews: [review] });
  const result = await exportReview(trust)(dana.id, { urn: urn.alder, ...autumn });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const areaNamed = async (review: Review, name: string) =>
  (await sheetOf(review)).groups.flatMap(({ areas }) => areas).find((each) => each.name === name);

describe('a review to take away', () => {
  it('says of what, as at when, from where and by whom', async () => {
    const { title, fileName, facts } = await sheetOf(signedOffReview());
    expect([title, fileName]).toEqual([
      'Alder Academy, Autumn term 2026/27',
      'Review Alder Academy Autumn term 2026-27',
    ]);
    expect(Object.fromEntries(facts.map(({ label, words }) => [label, words]))).toMatchObject({
      Academy: expect.stringMatching(/^Alder Academy · /) as string,
      Model: 'Small framework',
      Review: expect.stringMatching(/^\d of \d areas judged$/) as string,
      'Head teacher': 'Hazel Head',
      Source: expect.stringMatching(/^Assured, from the SharePoint lists of /) as string,
      'Exported by': 'Dana Director, Director of education',
    });
  });

  it('tells each area with level, measures, suggestion, rationale and who judged', async () => {
    const review = signedOffReview({ kpis: measured, levels: { [area.attendance]: level.actions } });
    expect(await areaNamed(review, 'Attendance')).toMatchObject({
      mark: { word: 'Actions in place', symbol: '◐', tone: 'caution' },
      suggestion: 'The measures suggest Intervention required: Attendance of 48.2 % is below 50.',
      rationale: 'Why attendance.',
      kpis: [
        {
          name: 'Attendance',
          value: '48.2 %',
          band: 'below 50',
          mark: { word: 'Intervention required' },
          asAt: '9 October 2026',
          source: 'Register',
        },
      ],
      judged: expect.stringMatching(/^Judged by Dana Director, Director of education, 12 October 2026, /) as string,
    });
  });

  it('leaves out an address that is not https, which no store takes', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    const read = await readReview(trust)(dana.id, { urn: urn.alder, ...autumn });
    if (!read.ok) throw new Error(read.refusal.code);
    const urls = [
      'https://trust.example/a',
      'http://trust.example/b',
      'javascript:alert(1)',
      ' https://trust.example/c',
    ];
    const evidence = urls.map((url) => ({ title: 'Link', url }));
    const areas = read.value.areas.map((view) => ({
      ...view,
      ...(view.judgement && { judgement: { ...view.judgement, evidence } }),
    }));
    const { groups } = reviewSheet(
      { ...read.value, areas },
      { trustName: 'Test Trust', by: dana, at: '2026-11-20T16:05:00Z' },
    );
    const found = groups.flatMap((group) => group.areas.flatMap((each) => each.evidence.map(({ url }) => url)));
    expect([...new Set(found)]).toEqual(['https://trust.example/a']);
  });

  it.each([
    ['open', judgedReview(), 'Being judged', [/^5 of 5 areas judged for the autumn term\.$/]],
    ['sent', awaitingReview(), 'Waiting for the head teacher’s sign-off', [/^Dana .*, sent it on 16 November 2026/]],
    ['queried', queriedReview(), 'Queried by the head teacher', [/^Hazel .*, queried it on /, /^“Two absences/]],
    ['signed off', signedOffReview(), 'Signed off', [/^Hazel .*, signed off this review on /, /^“Agreed\.”$/]],
  ] as const)('says where it stands: %s', async (_, review, state, lines) => {
    const { standing } = await sheetOf(review);
    expect(standing.state).toBe(state);
    expect(standing.lines).toHaveLength(lines.length);
    lines.forEach((pattern, at) => expect(standing.lines[at]).toMatch(pattern));
  });

  it('ends with everything that happened, in order', async () => {
    const { history } = await sheetOf(signedOffReview());
    expect(history[0]).toEqual({
      at: '1 October 2026, 09:00',
      by: 'Dana Director, Director of education',
      words: 'opened the review',
    });
    expect(history[history.length - 1]?.words).toBe('signed off: Agreed.');
  });
});
