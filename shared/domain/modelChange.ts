import type { Framework } from '../schema/framework';
import type { Year } from '../schema/ids';
import type { RouteRole } from '../schema/route';
import type { ReviewRow } from '../schema/rows';
import { checkFramework } from './checkFramework';
import { sameFramework } from './framework';
import { settlingOf } from './judging';
import { areaChanges, levelChanges, measureChanges } from './modelChangeAreas';
import { categoryChanges, routeChanges, supportChanges, type Standings } from './modelChangeCategories';
import { recordLines, recordsAffected } from './modelChangeRecords';
import { changedIn, differs, namesOf, pairedByCode, about, type Sentences } from './modelDifference';
import { accepted, refused, type Result } from './result';
import { holderWords } from './routeWords';
import { capital, listWords, withArticle } from './words';

/** Both versions as they are stored, and what the trust holds under them. */
export interface ModelChangeFacts extends Standings {
  readonly year: Year;
  /** Every record of the year. */
  readonly rows: readonly ReviewRow[];
}

const recordOf = ({ judging }: Framework): string => judging?.record ?? 'review';

const whoWords = (roles: readonly (RouteRole | 'functionLead')[]): string =>
  listWords(
    roles.map((role) =>
      role === 'functionLead' ? 'the function leads' : holderWords({ by: role }, { committees: [], nameOf: () => '' }),
    ),
  );

/** Who judges, who agrees, and which reasons the Board may not read. */
const judgingChanges = (from: Framework, to: Framework): Sentences => {
  const staff = changedIn(pairedByCode(from.groups, to.groups).both, ({ staffMatters }) => staffMatters);
  const raters = to.judging?.raters ?? [];
  return {
    title: 'Judging',
    lines: [
      ...(differs(from.judging?.raters, raters) ? [`Judged by ${whoWords(raters)}.`] : []),
      ...(differs(settlingOf(from), settlingOf(to))
        ? [`${settlingOf(to).word === 'signOff' ? 'Signed off' : 'Agreed'} by ${whoWords(settlingOf(to).by)}.`]
        : []),
      ...(recordOf(from) === recordOf(to)
        ? []
        : [`${capital(withArticle(recordOf(from)))} is now called ${withArticle(recordOf(to))}.`]),
      ...about(staff, (groups) => `Whether the Board reads the rationales differs: ${namesOf(groups)}.`),
    ],
  };
};

const others = [
  ['historic', 'the historic columns of the matrix'],
  ['sefLevels', 'the words of a self-evaluation'],
  ['committees', 'the committees'],
  ['stages', 'the stages of the cycle'],
  ['targetSetting', 'the targets'],
  ['plan', 'the plan'],
  ['dueDiligence', 'due diligence'],
  ['reportSections', 'the sections of the report'],
  ['reviewers', 'who reviews the academies'],
] as const satisfies readonly (readonly [keyof Framework, string])[];

const otherChanges = (from: Framework, to: Framework): Sentences => {
  const names = others.flatMap(([part, name]) => (differs(from[part], to[part]) ? [name] : []));
  return { title: 'Also different', lines: about(names, (parts) => `Differs: ${listWords(parts)}.`) };
};

const periodOf = (framework: Framework | undefined) => framework?.judging?.period;

/**
 * Whether a year may go over to a version. Refusals: `framework.in-use-already`, `framework.has-mistakes`,
 * `framework.other-period` (the year has records that were made for other periods).
 */
export const mayMoveYear = (from: Framework | undefined, to: Framework, rows: readonly ReviewRow[]): Result<void> => {
  if (from && sameFramework(from, to)) return refused({ code: 'framework.in-use-already' });
  const mistakes = checkFramework(to).length;
  if (mistakes > 0) return refused({ code: 'framework.has-mistakes', mistakes });
  if (rows.length > 0 && periodOf(from) !== periodOf(to)) return refused({ code: 'framework.other-period' });
  return accepted(undefined);
};

/** What would be different if a year went over from one version to another, in sentences; the records come last. */
export const describeModelChange = (from: Framework, to: Framework, facts: ModelChangeFacts): readonly Sentences[] => {
  const records = recordsAffected(to, facts.rows, facts.academies);
  const model = [
    areaChanges(from, to),
    levelChanges(from, to),
    measureChanges(from, to),
    judgingChanges(from, to),
    categoryChanges(from, to, facts),
    supportChanges(from, to),
    routeChanges(from, to, facts),
    otherChanges(from, to),
  ].filter(({ lines }) => lines.length > 0);
  return [...model, recordLines(facts.year, recordOf(from), records)];
};
