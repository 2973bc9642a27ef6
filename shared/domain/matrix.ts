import type { Framework } from '../schema/framework';
import type { AreaCode } from '../schema/ids';
import type { Academy, Person } from '../schema/people';
import type { CategoryChangeRow, ReviewRow } from '../schema/rows';
import type { AcademicYear, TrustSettings } from '../schema/settings';
import type { Direction, Matrix, MatrixCell, MatrixRow } from '../schema/matrixViews';
import type { TermRef } from '../schema/views';
import { compareTerms, sameTerm, termBefore } from './calendar';
import { openChangeOf, standingOn } from './category';
import { levelOf, notApplicableTo } from './framework';
import { may } from './policy';

export interface MatrixInput extends TermRef {
  readonly framework: Framework;
  readonly settings: TrustSettings;
  readonly years: readonly AcademicYear[];
  readonly academies: readonly Academy[];
  readonly reviews: readonly ReviewRow[];
  readonly changes: readonly CategoryChangeRow[];
  readonly reader: Person;
  readonly today: string;
  readonly asAt: string;
}

const holdsHead = (person: Person): boolean => person.roles.some((role) => role.role === 'headTeacher');

/** Whether somebody may open the matrix at all: by the table, or as a peer where the trust lets peers see levels. */
export const mayReadMatrix = (person: Person, settings: TrustSettings): boolean =>
  may(person, 'readMatrix') || (settings.policies.peersSeeLevels && holdsHead(person));

/** Judgements that are not signed off are for the people who make them and the academy's own head teacher. */
const seesDrafts = (reader: Person, academy: Academy, group: Framework['areas'][number]['group']): boolean =>
  may(reader, 'readDraftLevels', { academy, group });

/** The latest term in which this person may see a judgement; undefined where there is none yet. */
export const latestJudgedTerm = (
  reader: Person,
  academies: readonly Academy[],
  rows: readonly ReviewRow[],
): TermRef | undefined => {
  const visible = rows.filter((row) => {
    const academy = academies.find((a) => a.urn === row.urn);
    const open = row.state === 'signedOff' || (academy !== undefined && may(reader, 'readDraftLevels', { academy }));
    return open && Object.keys(row.levels).length > 0;
  });
  const latest = [...visible].sort(compareTerms).at(-1);
  return latest && { year: latest.year, term: latest.term };
};

/** The functions a person's matrix shows: all, or a function lead's own. */
const visibleAreas = ({ framework, reader, settings }: MatrixInput): Framework['areas'] =>
  settings.policies.peersSeeLevels && holdsHead(reader)
    ? framework.areas
    : framework.areas.filter((area) => may(reader, 'readMatrix', { group: area.group }));

const rowAt = (input: MatrixInput, academy: Academy, ref: TermRef | undefined): ReviewRow | undefined =>
  ref && input.reviews.find((row) => row.urn === academy.urn && sameTerm(row, ref));

const levelIn = (row: ReviewRow | undefined, area: AreaCode): ReviewRow['levels'][AreaCode] =>
  row?.state === 'signedOff' ? row.levels[area] : undefined;

const levelNow = (
  input: MatrixInput,
  academy: Academy,
  area: Framework['areas'][number],
  now: ReviewRow | undefined,
): ReviewRow['levels'][AreaCode] =>
  now?.state === 'signedOff' || seesDrafts(input.reader, academy, area.group) ? now?.levels[area.code] : undefined;

const cellOf = (
  input: MatrixInput,
  academy: Academy,
  area: Framework['areas'][number],
  now: ReviewRow | undefined,
  before: ReviewRow | undefined,
): MatrixCell => {
  const outside = now?.notApplicable ?? notApplicableTo(input.framework, academy);
  if (outside.includes(area.code)) return { state: 'notApplicable' };
  const level = levelNow(input, academy, area, now);
  const previous = levelIn(before, area.code);
  if (level === undefined) return { state: 'notJudged', previous };
  return { state: 'judged', level, previous, changed: previous !== undefined && previous !== level };
};

/** How many areas are better, worse or the same as in the term before; only areas judged in both count. */
export const directionOf = (
  framework: Framework,
  cells: Partial<Record<AreaCode, MatrixCell>>,
  comparedWith: TermRef | undefined,
): Direction | undefined => {
  if (!comparedWith) return undefined;
  const steps = framework.areas.flatMap((area) => {
    const cell = cells[area.code];
    if (cell?.state !== 'judged') return [];
    const now = levelOf(framework, area, cell.level)?.order;
    const then = levelOf(framework, area, cell.previous)?.order;
    return now === undefined || then === undefined ? [] : [Math.sign(now - then)];
  });
  if (steps.length === 0) return undefined;
  const having = (sign: number): number => steps.filter((step) => step === sign).length;
  return { comparedWith, better: having(1), worse: having(-1), same: having(0) };
};

const rowOf = (
  input: MatrixInput,
  academy: Academy,
  areas: Framework['areas'],
  previous: TermRef | undefined,
): MatrixRow => {
  const now = rowAt(input, academy, input);
  const before = rowAt(input, academy, previous);
  const cells: Partial<Record<AreaCode, MatrixCell>> = {};
  for (const area of areas) cells[area.code] = cellOf(input, academy, area, now, before);
  const standing = standingOn(input.changes, academy.urn, input.today);
  const open = openChangeOf(input.changes, academy.urn);
  const seesChange = may(input.reader, 'readCategoryChange', { academy });
  const direction = directionOf(input.framework, cells, previous);
  return {
    urn: academy.urn,
    name: academy.name,
    phase: academy.phase,
    pupils: academy.pupils,
    category: standing.now,
    nextCategory: seesChange ? standing.next : undefined,
    openChange: seesChange && open ? { id: open.id, to: open.to } : undefined,
    review: now?.state ?? 'notOpened',
    signedOffAt: now?.signedOffAt,
    direction,
    cells,
    mayOpenDetail: may(input.reader, 'readRationale', { academy }),
  };
};

const countsOf = (rows: readonly MatrixRow[]): Matrix['counts'] => {
  const cells = rows.flatMap((row) => Object.values(row.cells));
  const levels = new Map<string, { level: Matrix['counts']['levels'][number]['level']; count: number }>();
  for (const cell of cells)
    if (cell?.state === 'judged') {
      const entry = levels.get(cell.level) ?? { level: cell.level, count: 0 };
      levels.set(cell.level, { ...entry, count: entry.count + 1 });
    }
  const having = (state: MatrixCell['state']): number => cells.filter((cell) => cell?.state === state).length;
  return {
    levels: [...levels.values()],
    notJudged: having('notJudged'),
    notApplicable: having('notApplicable'),
    signedOff: rows.filter((row) => row.review === 'signedOff').length,
    academies: rows.length,
  };
};

/** The Academy Risk Assessment Matrix of a term as one person may see it. Academies stand in alphabetical order. */
export const buildMatrix = (input: MatrixInput): Matrix => {
  const areas = visibleAreas(input);
  const previous = termBefore(input.years, input);
  const academies = [...input.academies].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const rows = academies.map((academy) => rowOf(input, academy, areas, previous));
  const { framework } = input;
  return {
    year: input.year,
    term: input.term,
    asAt: input.asAt,
    ...(previous && { previous }),
    frameworkName: framework.name,
    scales: framework.scales,
    groups: framework.groups.filter((group) => areas.some((area) => area.group === group.code)),
    areas: areas.map(({ code, name, group, scale }) => ({ code, name, group, scale })),
    categories: framework.categories.map(({ code, name, order, tone, symbol }) => ({
      code,
      name,
      order,
      tone,
      symbol,
    })),
    rows,
    counts: countsOf(rows),
    signedOffOnly: !academies.every((academy) => areas.every((area) => seesDrafts(input.reader, academy, area.group))),
  };
};
