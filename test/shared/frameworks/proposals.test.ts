import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CategoryChange, type FrozenRow } from '../../../shared/schema/categoryChange';
import { Framework, type Area } from '../../../shared/schema/framework';
import type { AreaCode, LevelCode } from '../../../shared/schema/ids';
import { askedModel } from '../../../shared/domain/asked';
import { categoryIn } from '../../../shared/domain/describedChange';
import { inPlay } from '../../../shared/domain/inPlay';
import { daysAllowed } from '../../../shared/domain/occasion';
import { propose } from '../../../shared/domain/proposal';
import { now, settings } from '../../support/builders/calendar';
import { toPropose } from '../../support/builders/commands';
import { changeId, thisYear, urn } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { dana } from '../../support/builders/people';

const folder = path.join(__dirname, '../../../shared/frameworks');
const packs = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => {
    const { $schema: _, ...pack } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { $schema?: string };
    return [file, inPlay(Framework.parse(pack))] as const;
  });

/** The level whose criteria are the longest to keep. */
const wordiest = (framework: Framework, area: Area): LevelCode | undefined => {
  const levels = framework.scales.find(({ code }) => code === area.scale)?.levels.map(({ code }) => code) ?? [];
  const size = (code: LevelCode): number => JSON.stringify(area.criteria[code] ?? []).length;
  return [...levels].sort((a, b) => size(b) - size(a))[0];
};

const rowOf = (framework: Framework): FrozenRow => {
  const levels = Object.fromEntries(framework.areas.map((area) => [area.code, wordiest(framework, area)])) as Partial<
    Record<AreaCode, LevelCode>
  >;
  const kpis = framework.areas.flatMap((area) => area.kpis.map(({ code }) => code));
  const model = askedModel(framework, levels, kpis);
  return { year: thisYear, period: 'autumn', state: 'signedOff', levels, notApplicable: [], takenAt: now, model };
};

/** Half of what one record may hold: the rest is for a long history with long comments. */
const roomForCopies = 30_000;

describe.each(packs)('%s', (_, framework) => {
  const moves = framework.categories.flatMap((to) =>
    framework.categories.filter(({ code }) => code !== to.code).map((from) => ({ from, to })),
  );
  it('has routes and categories to propose', () => {
    expect(moves.length).toBeGreaterThan(0);
    expect(framework.routes.length).toBeGreaterThan(0);
  });
  it.each(framework.routes.map((route) => [route.name, route] as const))(
    'every move can be proposed on the route “%s”, and its copies leave room for its history',
    (_name, route) => {
      for (const { from, to } of moves) {
        const effectiveFrom = daysAllowed(route.occasion, '2026-12-01', settings.years)?.to ?? '2026-12-01';
        const { code, version } = framework;
        const change = valueOf(
          propose(toPropose({ to: to.code, route: route.code, effectiveFrom }), {
            by: dana.id,
            at: now,
            framework,
            years: settings.years,
            evidence: framework.judging && rowOf(framework),
            suggested: undefined,
            leftOn: undefined,
            from: categoryIn(framework, from.code),
            latest: {
              id: changeId(9),
              urn: urn.alder,
              state: 'decided',
              to: from.code,
              effectiveFrom: '2025-09-01',
              proposedAt: now,
              framework: { code, version },
            },
          }),
        );
        expect(CategoryChange.parse(change)).toEqual(change);
        expect(JSON.stringify(change).length).toBeLessThan(roomForCopies);
      }
    },
  );
});
