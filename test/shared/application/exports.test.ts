import { exportMatrix } from '../../../shared/application/exportMatrix';
import { exportReview } from '../../../shared/application/exportReview';
import type { Result } from '../../../shared/domain/result';
import { autumn } from '../../support/builders/calendar';
import { area, level, urn } from '../../support/builders/ids';
import { outcomeOf } from '../../support/builders/outcome';
import { ada, birch, bo, cora, dana, gus, hazel, staffingLead } from '../../support/builders/people';
import { awaitingReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

const onAlder = { urn: urn.alder, ...autumn };
const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const low = { levels: { [area.attendance]: level.intervention } };

describe('the matrix to take away', () => {
  it('holds no draft for the Board, and says so', async () => {
    const trust = await createTrust({ reviews: [awaitingReview(low), signedOffReview({ ...low, academy: birch })] });
    const sheet = valueOf(await exportMatrix(trust)(bo.id, autumn));
    const levels = sheet.rows.map(({ academy, cells }) => [
      academy,
      cells.filter(({ mark }) => mark.word === 'Intervention required').length,
    ]);
    expect(levels).toEqual([
      ['Alder Academy', 0],
      ['Birch Academy', 1],
      ['Cedar Academy', 0],
    ]);
    expect(sheet.notes).toContain('Judgements that are not signed off yet are not shown.');
    const drafts = valueOf(await exportMatrix(trust)(dana.id, autumn));
    expect(drafts.rows[0]?.cells.some(({ mark }) => mark.word === 'Intervention required')).toBe(true);
  });

  it('has only the functions that its reader has', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    const { groups } = valueOf(await exportMatrix(trust)(staffingLead.id, autumn));
    expect(groups.map(({ name }) => name)).toEqual(['Staffing']);
  });

  it('names who took it and when, by the clock of the server', async () => {
    const trust = await createTrust();
    const { facts } = valueOf(await exportMatrix(trust)(cora.id, autumn));
    expect(facts.slice(-2)).toEqual([
      { label: 'Exported by', words: 'Cora Chief, Chief executive' },
      { label: 'Exported at', words: expect.stringMatching(/^20 November 2026, \d\d:\d\d$/) as string },
    ]);
  });

  it('is filtered as it is asked', async () => {
    const trust = await createTrust({ reviews: [signedOffReview(low), signedOffReview({ academy: birch })] });
    const sheet = valueOf(await exportMatrix(trust)(dana.id, { ...autumn, needsIntervention: 'yes' }));
    expect(sheet.rows.map(({ academy }) => academy)).toEqual(['Alder Academy']);
    expect(sheet.groups.flatMap(({ areas }) => areas)).toEqual(['Attendance']);
  });

  it.each([
    ['a head teacher', hazel],
    ['a local governor', gus],
  ])('is not for %s', async (_, person) =>
    expect(outcomeOf(await exportMatrix(await createTrust())(person.id, autumn))).toBe('notAllowed'),
  );
});

describe('a review to take away', () => {
  it('of another academy is not there', async () => {
    const trust = await createTrust({ reviews: [signedOffReview({ academy: birch })] });
    const onBirch = { ...onAlder, urn: urn.birch };
    expect(outcomeOf(await exportReview(trust)(hazel.id, onBirch))).toBe('notFound');
    expect(outcomeOf(await exportReview(trust)(gus.id, onBirch))).toBe('notFound');
  });

  it.each([
    ['the Board', bo],
    ['an administrator', ada],
  ])('is not there for %s', async (_, person) => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    expect(outcomeOf(await exportReview(trust)(person.id, onAlder))).toBe('notFound');
  });

  it('is not there for a local governor until it is signed off, and holds no rationale about staff', async () => {
    const trust = await createTrust({ reviews: [awaitingReview()] });
    expect(outcomeOf(await exportReview(trust)(gus.id, onAlder))).toBe('notFound');
    const settled = await createTrust({ reviews: [signedOffReview({ rationale: 'A person is ill.' })] });
    const { groups } = valueOf(await exportReview(settled)(gus.id, onAlder));
    const rationales = groups.map(({ name, areas }) => [name, [...new Set(areas.map(({ rationale }) => rationale))]]);
    expect(rationales).toEqual([
      ['Staffing', ['']],
      ['Quality of education', ['A person is ill.']],
    ]);
  });

  it('has its functions only for a function lead, in the history too', async () => {
    const trust = await createTrust({ reviews: [signedOffReview()] });
    const { groups, history } = valueOf(await exportReview(trust)(staffingLead.id, onAlder));
    expect(groups.map(({ name }) => name)).toEqual(['Staffing']);
    expect(history.filter(({ words }) => words.includes('Attendance'))).toEqual([]);
  });
});
