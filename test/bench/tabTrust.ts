import { readMatrix } from '../../shared/application/readMatrix';
import { readSession } from '../../shared/application/readSession';
import { Framework } from '../../shared/schema/framework';
import { AreaCode, Urn } from '../../shared/schema/ids';
import { Academy } from '../../shared/schema/people';
import type { Matrix } from '../../shared/schema/matrixViews';
import { Review } from '../../shared/schema/review';
import type { Session } from '../../shared/schema/views';
import { autumn, settings, summerBefore } from '../support/builders/calendar';
import { smallFramework } from '../support/builders/framework';
import { cora, personId } from '../support/builders/people';
import { createTrust } from '../support/builders/trust';

const groups = ['Staffing', 'Quality of education', 'Inclusion', 'Finance and estate', 'Governance'];
const groupAt = (at: number) => `function${at + 1}`;
const areaCount = 28;

const areas = Array.from({ length: areaCount }, (_, i) => ({
  code: AreaCode.parse(`area${String(i + 1).padStart(2, '0')}`),
  name: i % 3 === 0 ? `Curriculum and teaching ${i + 1}` : `Attendance ${i + 1}`,
  group: groupAt(Math.floor((i * groups.length) / areaCount)),
  scale: 'five',
}));

/** 28 areas on a scale of five levels, one of each tone. */
const framework = Framework.parse({
  ...smallFramework,
  code: 'bench',
  groups: groups.map((name, i) => ({ code: groupAt(i), name })),
  areas,
});
const levels = framework.scales.find(({ code }) => code === 'five')?.levels ?? [];

const academyAt = (n: number): Academy =>
  Academy.parse({
    urn: Urn.parse(String(100_000 + n)),
    name: `${['Alder', 'Birch', 'Cedar', 'Elm', 'Hazel', 'Rowan'][n % 6] ?? 'Oak'} Academy ${n + 1}`,
    phase: n % 2 === 0 ? 'primary' : 'secondary',
    pupils: 200 + n,
  });

const reviewOf = (n: number, ref: typeof autumn | typeof summerBefore, shift: number): Review =>
  Review.parse({
    ...ref,
    ...{ urn: academyAt(n).urn, framework: { code: 'bench', version: 1 }, notApplicable: [], kpis: {}, state: 'open' },
    judgements: Object.fromEntries(
      areas.map(({ code }, i) => [
        code,
        {
          ...{ id: 'command-judged', level: levels[(n + i * 3 + shift * (i % 4)) % levels.length]?.code },
          ...{ rationale: 'Seen in lessons.', evidence: [], by: personId(1), at: '2026-11-12T09:40:12.345Z' },
        },
      ]),
    ),
    history: [{ type: 'opened', commandId: 'command-opened', at: '2026-11-02T09:00:00.000Z', by: personId(1) }],
  });

/** What the server answers to somebody who sees the whole of a trust of so many academies. */
export interface TabTrust {
  readonly session: Session;
  readonly matrix: Matrix;
}

/** So many academies × 28 areas, judged in this term and in the one before: the product's own answers. */
export const tabTrust = async (academies: number): Promise<TabTrust> => {
  const every = Array.from({ length: academies }, (_, n) => n);
  const trust = await createTrust({
    framework,
    settings: {
      ...settings,
      years: settings.years.map((year) => ({ ...year, framework: { code: framework.code, version: 1 } })),
    },
    academies: every.map(academyAt),
    reviews: every.flatMap((n) => [reviewOf(n, autumn, 0), reviewOf(n, summerBefore, 1)]),
  });
  const [session, matrix] = [await readSession(trust)(cora.id), await readMatrix(trust)(cora.id, autumn)];
  if (!session.ok || !matrix.ok) throw new Error('The trust of the bench cannot be read.');
  return { session: session.value, matrix: matrix.value };
};
