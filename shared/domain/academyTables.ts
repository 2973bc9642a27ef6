import type { AcademyColumn, AcademyTable } from '../schema/academyViews';
import type { Area, Framework } from '../schema/framework';
import type { AreaCode, FrameworkCode, Year } from '../schema/ids';
import type { MatrixCell } from '../schema/matrixViews';
import type { Academy, Person } from '../schema/people';
import type { ReviewRow } from '../schema/rows';
import type { DatedPeriod } from '../schema/views';
import { hasLeft, joinedBy, samePeriod } from './calendar';
import { findArea, levelOf, sameFramework } from './framework';
import { cellOf } from './matrix';
import { may } from './policy';

export interface AcademyTablesInput {
  readonly academy: Academy;
  readonly reader: Person;
  readonly today: string;
  /** Every stored version of the trust's models. */
  readonly frameworks: readonly Framework[];
  /** The model that a year is judged on. */
  readonly frameworkIn: (year: Year) => Framework | undefined;
  /** Of the whole trust, oldest first. */
  readonly periods: readonly DatedPeriod[];
  /** Of this academy. */
  readonly rows: readonly ReviewRow[];
}

/** The most periods that are told: thirteen years of terms, two years of fortnights. */
export const periodsTold = 40;

interface Judged {
  readonly period: DatedPeriod;
  readonly row: ReviewRow | undefined;
  readonly framework: Framework;
}

const inTrust = (academy: Academy, { startsOn, endsOn }: DatedPeriod): boolean =>
  joinedBy(academy, endsOn) && !hasLeft(academy, startsOn);

/** The periods from the first record on, each with its record and the model that it was, or would be, judged on. */
const judgedIn = ({ academy, frameworks, frameworkIn, periods, rows, today }: AcademyTablesInput): Judged[] => {
  const begun = periods
    .filter(({ startsOn }) => startsOn <= today)
    .flatMap((period) => {
      const row = rows.find((each) => samePeriod(each, period));
      const judgedOn = row && frameworks.find((stored) => sameFramework(stored, row.framework));
      const framework = judgedOn ?? frameworkIn(period.year);
      return framework && (row || inTrust(academy, period)) ? [{ period, row, framework }] : [];
    });
  const first = begun.findIndex(({ row }) => row !== undefined);
  return first === -1 ? [] : begun.slice(first).slice(-periodsTold);
};

const seesArea = ({ reader, academy }: AcademyTablesInput, { group }: Area): boolean =>
  may(reader, 'readMatrix', { group }) || may(reader, 'readRationale', { academy, group });

interface ShownArea {
  readonly area: Area;
  /** The model that explains it: the latest version that has it. */
  readonly framework: Framework;
  readonly former: boolean;
}

/** The areas of the latest version, and those of earlier ones that it has no more and that something was said of. */
const areasOf = (latest: Framework, all: readonly Judged[]): ShownArea[] => {
  const present = latest.areas.map((area) => ({ area, framework: latest, former: false }));
  const former = [...all]
    .reverse()
    .flatMap(({ row, framework }) =>
      framework.areas
        .filter(({ code }) => row?.levels[code] !== undefined && !findArea(latest, code))
        .map((area) => ({ area, framework, former: true })),
    );
  return [...present, ...former.filter(({ area }, at) => former.findIndex((f) => f.area.code === area.code) === at)];
};

/** A model that has the area no more cannot say what its levels meant. */
const spelledOut = ({ area, framework, former }: ShownArea, cell: MatrixCell): MatrixCell => {
  const level = cell.state === 'judged' ? (cell.as ?? levelOf(framework, area, cell.level)) : undefined;
  return former && level ? { state: 'judged', level: level.code, as: level, changed: false } : cell;
};

const columnOf = (
  input: AcademyTablesInput,
  areas: readonly ShownArea[],
  { period, row }: Judged,
  before: ReviewRow | undefined,
): AcademyColumn => {
  const { academy, reader, frameworks } = input;
  const cells: Partial<Record<AreaCode, MatrixCell>> = {};
  for (const shown of areas) {
    const { area, framework } = shown;
    const cell = cellOf({ framework, frameworks, reader }, academy, area, row, before);
    cells[area.code] = spelledOut(shown, cell);
  }
  return { ...period, review: row?.state ?? 'notOpened', cells };
};

const uniqueBy = <T extends { readonly code: string }>(all: readonly T[]): T[] =>
  all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at);

const tableOf = (input: AcademyTablesInput, judged: readonly Judged[], latest: Framework): AcademyTable => {
  const possible = areasOf(latest, judged).filter(({ area }) => seesArea(input, area));
  const columns = judged.map((each, at) => columnOf(input, possible, each, judged[at - 1]?.row));
  const seen = ({ code }: Area): boolean => columns.some(({ cells }) => cells[code]?.state === 'judged');
  const areas = possible.filter(({ area, former }) => !former || seen(area));
  const models = [latest, ...areas.map(({ framework }) => framework)];
  const groups = uniqueBy(models.flatMap((model) => model.groups));
  return {
    frameworkName: latest.name,
    ...(latest.judging && { settling: latest.judging.settling }),
    scales: uniqueBy(models.flatMap((model) => model.scales)).filter(({ code }) =>
      areas.some(({ area }) => area.scale === code),
    ),
    groups: groups.filter(({ code }) => areas.some(({ area }) => area.group === code)),
    areas: areas.map(({ area: { code, name, group, scale }, former }) => ({ code, name, group, scale, former })),
    columns,
  };
};

/**
 * An academy's row of the matrix over the years, as the reader may see it: one table for each model, the latest model
 * first. Two models are never put on one scale; a level of an earlier version stands as it was meant.
 */
export const academyTables = (input: AcademyTablesInput): AcademyTable[] => {
  const judged = judgedIn(input);
  const codes = [...new Set(judged.map(({ framework }) => framework.code))].reverse();
  const tables = codes.flatMap((code: FrameworkCode) => {
    const own = judged.filter(({ framework }) => framework.code === code);
    const latest = own[own.length - 1]?.framework;
    return latest ? [tableOf(input, own, latest)] : [];
  });
  return tables.filter(({ areas }) => areas.length > 0);
};
