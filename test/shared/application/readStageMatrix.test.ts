import { readMatrix } from '../../../shared/application/readMatrix';
import { readSession } from '../../../shared/application/readSession';
import { readStageMatrix } from '../../../shared/application/readStageMatrix';
import type { PersonId } from '../../../shared/schema/ids';
import { Matrix } from '../../../shared/schema/matrixViews';
import { autumn, peersSeeLevels } from '../../support/builders/calendar';
import { area, unknownYear } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { alder, bo, callers, cora, hazel, staffingLead } from '../../support/builders/people';
import { judgedReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { isReadBy, type MayRead } from './matrixReading';
import { everything, spring } from '../../support/builders/wholeTrust';

const stage = async (trust: TestTrust, actor: PersonId, period = autumn as typeof autumn | typeof spring) =>
  valueOf(await readStageMatrix(trust)(actor, period));

describe('the stage', () => {
  /** A function lead sees a part of the matrix only, and the stage shows all of it to everybody. */
  const may: MayRead = {
    headTeacher: [false, true],
    director: [true, true],
    primaryDirector: [true, true],
    functionLead: [false, false],
    ceo: [true, true],
    boardMember: [true, true],
    committeeMember: [true, true],
    localGovernor: [false, false],
    administrator: [false, false],
    noRole: [false, false],
  };
  isReadBy(may, (trust, actor) => readStageMatrix(trust)(actor, autumn));

  it('is the same for everybody, whatever else they may see', async () => {
    const trust = await everything(peersSeeLevels);
    for (const period of [autumn, spring]) {
      const shown = await Promise.all(
        (['director', 'primaryDirector', 'ceo', 'boardMember', 'committeeMember', 'headTeacher'] as const).map(
          (caller) => stage(trust, callers[caller].id, period),
        ),
      );
      for (const each of shown) expect(each).toEqual(shown[0]);
    }
  });

  it('shows settled levels, and nothing that is being judged, under way or to be opened', async () => {
    const trust = await everything();
    const settled = Matrix.parse(await stage(trust, cora.id));
    const asCeo = valueOf(await readMatrix(trust)(cora.id, autumn));
    expect(settled.rows[0]?.cells[area.attendance]).toEqual(asCeo.rows[0]?.cells[area.attendance]);
    expect(settled.areas).toEqual(asCeo.areas);
    expect(asCeo.rows.some((row) => row.openChange)).toBe(true);
    expect(settled.rows.filter((row) => row.openChange ?? row.nextCategory ?? row.mayOpenDetail)).toEqual([]);

    const draft = await stage(trust, cora.id, spring);
    expect(draft.signedOffOnly).toBe(true);
    expect(draft.counts.levels).toEqual([]);
    expect(draft.rows.flatMap((row) => Object.values(row.cells)).some((cell) => cell?.state === 'judged')).toBe(false);
  });

  it('has no such year, and says so only to those who may look', async () => {
    const trust = await createTrust();
    const ask = async (actor: PersonId) =>
      outcomeOf(await readStageMatrix(trust)(actor, { year: unknownYear, period: 'autumn' }));
    expect(await ask(cora.id)).toBe('calendar.unknown-term');
    expect(await ask(hazel.id)).toBe('notAllowed');
  });
});

describe('where the matrix opens in a meeting', () => {
  const landing = async (trust: TestTrust, actor: PersonId) => {
    const { matrixPeriod, meetingPeriod } = valueOf(await readSession(trust)(actor));
    return { own: matrixPeriod?.period, meeting: meetingPeriod?.period };
  };

  it('is the latest period with something settled, one for everybody, beside one’s own', async () => {
    const trust = await everything();
    expect(await landing(trust, cora.id)).toEqual({ own: 'spring', meeting: 'autumn' });
    expect(await landing(trust, bo.id)).toEqual({ own: 'autumn', meeting: 'autumn' });
    expect(await landing(trust, staffingLead.id)).toEqual({ own: 'spring', meeting: 'autumn' });
    expect(await landing(trust, hazel.id)).toEqual({ own: 'spring', meeting: 'autumn' });
  });

  it('is the present period while nothing is settled', async () => {
    const trust = await createTrust({ reviews: [judgedReview({ period: spring })] });
    expect(await landing(trust, cora.id)).toEqual({ own: 'spring', meeting: 'autumn' });
  });

  it('is not the period of a settled record in which nothing is judged', async () => {
    const empty = { ...signedOffReview({ period: spring, academy: alder }), judgements: {} };
    const trust = await createTrust({ reviews: [signedOffReview(), empty] });
    expect(await landing(trust, bo.id)).toMatchObject({ meeting: 'autumn' });
  });
});
