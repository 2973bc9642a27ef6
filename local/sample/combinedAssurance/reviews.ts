import { addDays } from '../../../shared/domain/day';
import { notApplicableTo } from '../../../shared/domain/framework';
import { openReview } from '../../../shared/domain/review';
import type { Area, Framework } from '../../../shared/schema/framework';
import { CommandId } from '../../../shared/schema/ids';
import type { Academy, Person } from '../../../shared/schema/people';
import { Review } from '../../../shared/schema/review';
import type { AcademicYear } from '../../../shared/schema/settings';
import { reviewSteps, type ReviewSteps } from '../reviewSteps';
import { instantOn, type Act } from '../steps';
import { people } from './people';
import type { Letter } from './rationales/phrases';
import { rationaleFor } from './rationales/rationale';
import type { Story } from './story/story';

const levels = { A: 'assured', P: 'actions', I: 'intervention' } satisfies Record<Letter, string>;
const isLetter = (letter: string): letter is Letter => letter in levels;

const sources: Readonly<Record<string, string>> = {
  behaviour: 'Incident log',
  attendance: 'Attendance register',
  persistentAbsence: 'Attendance register',
  suspensions: 'Suspension log',
  partialTimetables: 'Timetable register',
};

/** When and by whom a function is judged: days after the Monday on which the term's reviews open. */
const visits: Readonly<Record<string, { by: Person; day: number; minutes: number }>> = {
  financialManagement: { by: people.finance, day: 2, minutes: 9 },
  estates: { by: people.estates, day: 3, minutes: 11 },
  hr: { by: people.hr, day: 4, minutes: 8 },
  qualityOfEducation: { by: people.director, day: 7, minutes: 7 },
};
const ofTheOfficer = ['teachingAndLearning', 'progressReading', 'progressWriting', 'mathematics', 'send', 'semh'];

/** One academy's turn in a term: `index` is its place among the academies, `term` the place in the year from 0. */
export interface Turn {
  /** In play (`inPlay`). */
  readonly framework: Framework;
  readonly year: AcademicYear;
  readonly period: 0 | 1 | 2;
  readonly academy: Academy;
  readonly index: number;
  readonly story: Story;
}

const termOf = ({ year, period }: Turn) => {
  const found = year.terms[period];
  if (!found) throw new Error(`${year.year} has no term ${period + 1}.`);
  return found;
};

/** Reviews open on a Monday, so that they are signed off before the last week of the term. */
const mondayOf = (turn: Turn): string => addDays(termOf(turn).endsOn, -25);

const letterOf = ({ story, period }: Turn, area: string): Letter | undefined => {
  const letter = story.levels[area]?.[period] ?? '';
  return isLetter(letter) ? letter : undefined;
};

const reasonOf = (turn: Turn, area: string, letter: Letter): string =>
  turn.story.told[`${area}.${termOf(turn).term}`] ?? rationaleFor(area, letter, turn.index + turn.period);

const valuesOf = (turn: Turn, area: Area) => {
  const asAt = addDays(mondayOf(turn), 4);
  const source = sources[area.code] ?? 'Teacher assessment';
  const known = area.kpis.flatMap(({ code }) => {
    const value = turn.story.kpis[code]?.[turn.period];
    return value === undefined ? [] : [[code, { value, asAt, source }] as const];
  });
  return Object.fromEntries(known);
};

/** Each academy has its own hour of the function's day; two academies share a day of the director. */
const actOf = (turn: Turn, area: Area, place: number): Act => {
  const visit = visits[area.group];
  if (!visit) throw new Error(`Nobody judges the function ${area.group} in the sample.`);
  const education = area.group === 'qualityOfEducation';
  const day = visit.day + (education ? Math.floor(turn.index / 2) : 0);
  const hour = education ? 9 + (turn.index % 2) * 4 : 8 + turn.index;
  const at = instantOn(addDays(mondayOf(turn), day), hour * 60 + 10 + place * visit.minutes);
  return { by: ofTheOfficer.includes(area.code) ? people.education : visit.by, at };
};

/** What the head teacher will query: the figure and the level that stand when the review is first sent. */
const queriedFirst = (turn: Turn, area: Area) => {
  const { query } = turn.story;
  return query?.area === area.code && query.period === termOf(turn).term ? query : undefined;
};

interface Finding {
  readonly values: ReturnType<typeof valuesOf>;
  readonly letter: Letter;
  readonly reason: string;
}

/** What stands at last. */
const lastFinding = (turn: Turn, area: Area): Finding | undefined => {
  const letter = letterOf(turn, area.code);
  return letter && { values: valuesOf(turn, area), letter, reason: reasonOf(turn, area.code, letter) };
};

/** What stands when the review is first sent. */
const firstFinding = (turn: Turn, area: Area): Finding | undefined => {
  const last = lastFinding(turn, area);
  const query = queriedFirst(turn, area);
  const figure = query && last?.values[query.kpi];
  if (!query || !last || !figure) return last;
  const values = { ...last.values, [query.kpi]: { ...figure, value: query.value } };
  return { values, letter: query.level, reason: query.reason };
};

const record = (steps: ReviewSteps, area: Area, act: Act, finding: Finding | undefined): void => {
  if (!finding) return;
  if (area.kpis.length > 0) steps.measure(act, area.code, finding.values);
  const at = new Date(Date.parse(act.at) + 120_000).toISOString();
  steps.rate({ ...act, at }, area.code, levels[finding.letter], finding.reason);
};

const sendAndSign = (steps: ReviewSteps, turn: Turn): void => {
  const { framework, story, index } = turn;
  const monday = addDays(mondayOf(turn), 14);
  steps.send({ by: people.director, at: instantOn(addDays(monday, -4), 15 * 60 + index * 6) });
  const comment = story.comments[turn.period];
  const queried = framework.areas.find((area) => queriedFirst(turn, area));
  if (!queried || !story.query)
    return steps.signOff({ by: story.head, at: instantOn(addDays(monday, index % 3), 1000 - index * 93) }, 1, comment);
  steps.query({ by: story.head, at: instantOn(monday, 521) }, 1, story.query.comment);
  const tuesday = addDays(monday, 1);
  record(steps, queried, { by: people.education, at: instantOn(tuesday, 570) }, lastFinding(turn, queried));
  steps.send({ by: people.director, at: instantOn(tuesday, 615) });
  steps.signOff({ by: story.head, at: instantOn(addDays(monday, 2), 934) }, 2, comment);
};

/** The review of one academy and term, from its opening to the head teacher's sign-off. */
export const signedOffReview = (turn: Turn): Review => {
  const { framework, year, academy } = turn;
  const { term: period } = termOf(turn);
  const short = `${year.year.slice(2, 4)}${turn.period + 1}`;
  const opened = openReview(
    {
      key: { urn: academy.urn, year: year.year, period },
      commandId: CommandId.parse(`sample-open-${short}`),
      framework,
      notApplicable: notApplicableTo(framework, academy),
    },
    { by: people.director.id, at: instantOn(mondayOf(turn), 485) },
  );
  const steps = reviewSteps({ opened, prefix: `sample-${academy.urn}-${short}`, framework, academy });
  framework.groups.forEach(({ code }) => {
    const areas = framework.areas.filter(({ group }) => group === code);
    areas.forEach((area, place) => record(steps, area, actOf(turn, area, place), firstFinding(turn, area)));
  });
  sendAndSign(steps, turn);
  return Review.parse(steps.now());
};
