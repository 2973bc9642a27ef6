import type { Framework } from '../schema/framework';
import type { AreaCode, LevelCode } from '../schema/ids';
import type { Academy, Person } from '../schema/people';
import type { CategoryChangeRow, ReviewRow } from '../schema/rows';
import type { TrustSettings } from '../schema/settings';
import type { Direction, Matrix, MatrixCell, MatrixRow } from '../schema/matrixViews';
import type { DatedPeriod, PeriodRef } from '../schema/views';
import { hasLeft, samePeriod, periodBefore } from './calendar';
import { levelOf, notApplicableTo } from './framework';
import { historicFor } from './historic';
import { judgedLevel, type JudgedLevel } from './judgedLevel';
import { matrixCategory } from './matrixCategory';
import { comparePeriods } from './periods';
import { may } from './policy';

export interface MatrixInput extends PeriodRef {
  readonly framework: Framework;
  readonly settings: TrustSettings;
  /** Every stored version of the trust's models, for records that were judged on another one. */
  readonly frameworks: readonly Framework[];
  readonly periods: readonly DatedPeriod[];
  readonly academies: readonly Academy[];
  readonly reviews: readonly ReviewRow[];
  readonly changes: readonly CategoryChangeRow[];
  readonly reader: Pick<Person, 'roles'>;
  readonly today: string;
  readonly asAt: string;
}

const holdsHead = (person: Pick<Person, 'roles'>): boolean => person.roles.some((role) => role.role === 'headTeacher');

/** Whether somebody may open the matrix at all: by the table, or as a peer where the trust lets peers see levels. */
export const mayReadMatrix = (person: Person, settings: TrustSettings): boolean =>
  may(person, 'readMatrix') || (settings.policies.peersSeeLevels && holdsHead(person));

/** Whether somebody may look at the stage, which shows the settled levels of every function. */
export const mayReadStage = (person: Person, settings: TrustSettings, { groups }: Framework): boolean =>
  (settings.policies.peersSeeLevels && holdsHead(person)) ||
  groups.every(({ code }) => may(person, 'readMatrix', { group: code }));

/** Judgements that are not signed off are for the people who make them and the academy's own head teacher. */
const seesDrafts = (
  reader: MatrixInput['reader'],
  academy: Academy,
  group: Framework['areas'][number]['group'],
): boolean => may(reader, 'readDraftLevels', { academy, group });

const latestOf = (rows: readonly ReviewRow[]): PeriodRef | undefined => {
  const latest = [...rows].sort(comparePeriods).at(-1);
  return latest && { year: latest.year, period: latest.period };
};

/** The latest term in which this person may see a judgement; undefined where there is none yet. */
export const latestJudgedPeriod = (
  reader: Person,
  academies: readonly Academy[],
  rows: readonly ReviewRow[],
): PeriodRef | undefined => {
  const visible = rows.filter((row) => {
    const academy = academies.find((a) => a.urn === row.urn);
    const open = row.state === 'signedOff' || (academy !== undefined && may(reader, 'readDraftLevels', { academy }));
    return open && Object.keys(row.levels).length > 0;
  });
  return latestOf(visible);
};

/** The latest period in which anything is settled: what everybody who may see the matrix may see of it. */
export const latestSettledPeriod = (rows: readonly ReviewRow[]): PeriodRef | undefined =>
  latestOf(rows.filter((row) => row.state === 'signedOff' && Object.keys(row.levels).length > 0));

/** The functions a person's matrix shows: all, or a function lead's own. */
const visibleAreas = ({ framework, reader, settings }: MatrixInput): Framework['areas'] =>
  settings.policies.peersSeeLevels && holdsHead(reader)
    ? framework.areas
    : framework.areas.filter((area) => may(reader, 'readMatrix', { group: area.group }));

const rowAt = (input: MatrixInput, academy: Academy, ref: PeriodRef | undefined): ReviewRow | undefined =>
  ref && input.reviews.find((row) => row.urn === academy.urn && samePeriod(row, ref));

type CellInput = Pick<MatrixInput, 'framework' | 'frameworks' | 'reader'>;

/** What a record says of an area, as it was meant; undefined where it says nothing. */
const levelIn = (
  { framework, frameworks }: CellInput,
  row: ReviewRow | undefined,
  area: Framework['areas'][number],
): JudgedLevel | undefined => {
  const code = row?.levels[area.code];
  return row && code && judgedLevel(framework, frameworks, row.framework, area, code);
};

/** The level of the period before, where it is signed off and means the same in today's model. */
const levelBefore = (input: CellInput, row: ReviewRow | undefined, area: Framework['areas'][number]) => {
  const before = row?.state === 'signedOff' ? levelIn(input, row, area) : undefined;
  return before?.comparable ? before.level.code : undefined;
};

const judgedCell = (found: JudgedLevel | undefined, previous: LevelCode | undefined): MatrixCell => {
  if (!found) return { state: 'notJudged', previous };
  const { level, comparable } = found;
  if (!comparable) return { state: 'judged', level: level.code, as: level, changed: false };
  return { state: 'judged', level: level.code, previous, changed: previous !== undefined && previous !== level.code };
};

/** One area of one academy in one period, as the reader may see it; `before` is the record of the period before. */
export const cellOf = (
  input: CellInput,
  academy: Academy,
  area: Framework['areas'][number],
  now: ReviewRow | undefined,
  before: ReviewRow | undefined,
): MatrixCell => {
  const outside = now?.notApplicable ?? notApplicableTo(input.framework, academy);
  if (outside.includes(area.code)) return { state: 'notApplicable' };
  const visible = now?.state === 'signedOff' || seesDrafts(input.reader, academy, area.group);
  return judgedCell(visible ? levelIn(input, now, area) : undefined, levelBefore(input, before, area));
};

/** How many areas are better, worse or the same as in the term before; only areas judged in both count. */
export const directionOf = (
  framework: Framework,
  cells: Partial<Record<AreaCode, MatrixCell>>,
  comparedWith: PeriodRef | undefined,
): Direction | undefined => {
  if (!comparedWith) return undefined;
  const steps = framework.areas.flatMap((area) => {
    const cell = cells[area.code];
    if (cell?.state !== 'judged' || cell.as) return [];
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
  previous: PeriodRef | undefined,
): MatrixRow => {
  const now = rowAt(input, academy, input);
  const before = rowAt(input, academy, previous);
  const cells: Partial<Record<AreaCode, MatrixCell>> = {};
  for (const area of areas) cells[area.code] = cellOf(input, academy, area, now, before);
  const seesChange = may(input.reader, 'readCategoryChange', { academy });
  const direction = directionOf(input.framework, cells, previous);
  return {
    urn: academy.urn,
    name: academy.name,
    phase: academy.phase,
    pupils: academy.pupils,
    ...matrixCategory(input, academy.urn, seesChange),
    historic: historicFor(input.framework, academy),
    review: now?.state ?? 'notOpened',
    signedOffAt: now?.signedOffAt,
    direction,
    cells,
    mayOpenDetail: may(input.reader, 'readRationale', { academy }),
  };
};

/** An academy that left before the period began has no row in it, unless something was recorded for it there. */
const belongsIn = (input: MatrixInput, academy: Academy): boolean => {
  const begins = input.periods.find((period) => samePeriod(period, input))?.startsOn ?? '';
  return !hasLeft(academy, begins) || rowAt(input, academy, input) !== undefined;
};

/** By scale and level: two scales may use the same code. */
const countsOf = (areas: Framework['areas'], rows: readonly MatrixRow[]): Matrix['counts'] => {
  const cells = rows.flatMap((row) => Object.values(row.cells)).filter((cell) => cell !== undefined);
  const levels = new Map<string, Matrix['counts']['levels'][number]>();
  for (const row of rows)
    for (const { code, scale } of areas) {
      const cell = row.cells[code];
      if (cell?.state !== 'judged' || cell.as) continue;
      const entry = levels.get(`${scale}.${cell.level}`) ?? { scale, level: cell.level, count: 0 };
      levels.set(`${scale}.${cell.level}`, { ...entry, count: entry.count + 1 });
    }
  const having = (state: MatrixCell['state']): number => cells.filter((cell) => cell.state === state).length;
  return {
    levels: [...levels.values()],
    notJudged: having('notJudged'),
    notApplicable: having('notApplicable'),
    signedOff: rows.filter((row) => row.review === 'signedOff').length,
    academies: rows.length,
  };
};

const matrixOf = (input: MatrixInput, areas: Framework['areas']): Matrix => {
  const previous = periodBefore(input.periods, input);
  const academies = input.academies
    .filter((academy) => belongsIn(input, academy))
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  const rows = academies.map((academy) => rowOf(input, academy, areas, previous));
  const { framework } = input;
  return {
    year: input.year,
    period: input.period,
    asAt: input.asAt,
    ...(previous && { previous }),
    frameworkName: framework.name,
    record: framework.judging?.record ?? 'review',
    categoryWord: framework.categoryWord,
    historic: framework.historic,
    ...(framework.judging && { settling: framework.judging.settling }),
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
    counts: countsOf(areas, rows),
    signedOffOnly: !academies.every((academy) => areas.every((area) => seesDrafts(input.reader, academy, area.group))),
  };
};

/** The Academy Risk Assessment Matrix of a period as one person may see it. Academies stand in alphabetical order. */
export const buildMatrix = (input: MatrixInput): Matrix => matrixOf(input, visibleAreas(input));

/** Whoever stands in front of a meeting's stage: more than the settled levels is nobody's business there. */
const onlooker: MatrixInput['reader'] = { roles: [] };

/** The matrix for a meeting's stage, one for all: settled levels only, nothing under way, nothing to open. */
export const buildStageMatrix = (input: Omit<MatrixInput, 'reader'>): Matrix =>
  matrixOf({ ...input, reader: onlooker }, input.framework.areas);
