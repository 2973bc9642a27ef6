import type { AreaCode } from '../../../shared/schema/ids';
import type { Matrix, MatrixCell, MatrixRow } from '../../../shared/schema/matrixViews';
import { autumn, summerBefore } from './calendar';
import { smallFramework } from './framework';
import { area, level, urn } from './ids';

const judged = (code: keyof typeof level, previous?: keyof typeof level): MatrixCell => ({
  state: 'judged',
  level: level[code],
  ...(previous && { previous: level[previous] }),
  changed: previous !== undefined && previous !== code,
});

const row = (rowUrn: MatrixRow['urn'], name: string, cells: Partial<Record<AreaCode, MatrixCell>>): MatrixRow => ({
  urn: rowUrn,
  name,
  phase: 'primary',
  historic: { inspections: [], selfEvaluations: [] },
  review: 'open',
  cells,
  mayOpenDetail: true,
});

/** Alder has one fallen area, Birch is calm, Cedar has one that was red before. */
export const matrix: Matrix = {
  ...autumn,
  asAt: '2026-11-20T10:00:00Z',
  previous: summerBefore,
  frameworkName: smallFramework.name,
  record: 'review',
  categoryWord: 'category',
  historic: [],
  scales: smallFramework.scales,
  groups: smallFramework.groups,
  areas: smallFramework.areas.map(({ code, name, group, scale }) => ({ code, name, group, scale })),
  categories: smallFramework.categories,
  rows: [
    row(urn.alder, 'Alder Academy', {
      [area.vacancies]: judged('assured', 'assured'),
      [area.attendance]: judged('intervention', 'actions'),
      [area.earlyYears]: { state: 'notApplicable' },
    }),
    row(urn.birch, 'Birch Academy', { [area.attendance]: judged('assured', 'actions') }),
    row(urn.cedar, 'Cedar Academy', {
      [area.safeguarding]: judged('intervention', 'intervention'),
      [area.retention]: { state: 'notJudged', previous: level.actions },
    }),
  ],
  counts: { levels: [], notJudged: 0, notApplicable: 1, signedOff: 0, academies: 3 },
  signedOffOnly: false,
};
