import { addDays } from '../../../shared/domain/day';
import { notApplicableTo, scaleOf } from '../../../shared/domain/framework';
import { rolesToSettle, settlingOf } from '../../../shared/domain/judging';
import { openReview } from '../../../shared/domain/review';
import type { Area, Framework } from '../../../shared/schema/framework';
import { CommandId, Period } from '../../../shared/schema/ids';
import type { Academy, Person } from '../../../shared/schema/people';
import { Review } from '../../../shared/schema/review';
import type { AcademicYear } from '../../../shared/schema/settings';
import { reviewSteps } from '../reviewSteps';
import { instantOn, type Act } from '../steps';
import { phraseFor, type Phrases, type Standing } from './standing';

/** How a trust makes its yearly records. */
export interface Custom {
  /** In play (`inPlay`). */
  readonly framework: Framework;
  readonly phrases: Phrases;
  readonly standings: readonly Standing[];
  /** The Monday on which a year's records are opened; two and a half weeks later they are agreed. */
  readonly opensOn: (year: AcademicYear) => string;
  /** Opens and sends the record. */
  readonly lead: (academy: Academy) => Person;
  readonly judge: (academy: Academy, area: Area) => Person;
  /** Those who agree to what was sent, in order. */
  readonly agree: (academy: Academy) => readonly Person[];
}

/** One academy's turn in a year: `place` is the year's place from 0, `index` the academy's. */
interface Turn {
  readonly custom: Custom;
  readonly year: AcademicYear;
  readonly place: 0 | 1;
  readonly academy: Academy;
  readonly index: number;
  readonly standing: Standing;
}

/** An act on a day counted from the Monday on which the year's records open. */
const actOn = ({ custom, year }: Turn, by: Person, day: number, minutes: number): Act => ({
  by,
  at: instantOn(addDays(custom.opensOn(year), day), minutes),
});

const placeOnScale = ({ standing, place }: Turn, area: Area): number => {
  const written = standing.levels[area.code]?.[place];
  if (written === undefined) throw new Error(`The sample does not say how ${standing.urn} stood in ${area.code}.`);
  return Number(written);
};

const levelAt = (framework: Framework, area: Area, order: number): string => {
  const level = scaleOf(framework, area)?.levels.find((each) => each.order === order);
  if (!level) throw new Error(`${area.code} has no level ${order}.`);
  return level.code;
};

const reasonOf = ({ custom, standing, place, index }: Turn, area: Area, order: number): string =>
  standing.told?.[`${area.code}.${place}`] ?? phraseFor(custom.phrases, area.code, order, index + place);

const opened = (turn: Turn): Review => {
  const { custom, year, academy } = turn;
  const { framework } = custom;
  const lead = custom.lead(academy);
  const key = { urn: academy.urn, year: year.year, period: Period.parse('year') };
  const commandId = CommandId.parse(`sample-open-${year.year.slice(0, 4)}-${lead.id.slice(-2)}`);
  const opening = { key, commandId, framework, notApplicable: notApplicableTo(framework, academy) };
  return openReview(opening, { by: lead.id, at: actOn(turn, lead, 0, 485).at });
};

/** Everything about one academy is judged in one meeting; the sixth academy's is in the afternoon. */
const meetingOf = (turn: Turn, by: Person, n: number): Act =>
  actOn(turn, by, 7 + (turn.index % 5), (turn.index < 5 ? 540 : 780) + 9 * n);

const agreedRecord = (turn: Turn): Review => {
  const { custom, year, academy, standing, place, index } = turn;
  const { framework } = custom;
  const prefix = `sample-${academy.urn}-${year.year.slice(0, 4)}`;
  const steps = reviewSteps({ opened: opened(turn), prefix, framework, academy });
  const applicable = framework.areas.filter(({ code }) => !steps.now().notApplicable.includes(code));
  applicable.forEach((area, n) => {
    const order = placeOnScale(turn, area);
    const act = meetingOf(turn, custom.judge(academy, area), n);
    steps.rate(act, area.code, levelAt(framework, area, order), reasonOf(turn, area, order));
  });
  steps.send(actOn(turn, custom.lead(academy), 15, 14 * 60 + index * 7));
  custom.agree(academy).forEach((person, n) => {
    const head = rolesToSettle(framework, person, academy).includes('headTeacher');
    steps.signOff(actOn(turn, person, 16 + n, 9 * 60 + index * 17), 1, head ? standing.comments[place] : 'Agreed.');
  });
  const record = Review.parse(steps.now());
  if (record.state !== 'signedOff') throw new Error(`${settlingOf(framework).by.join(', ')} have not all agreed.`);
  return record;
};

const wasThere = ({ levels }: Standing, place: 0 | 1): boolean =>
  Object.values(levels).some((written) => written[place] !== '-');

/** The records of one year, agreed by everybody who must; `place` says which of the two years it is. */
export const agreedRecords = (
  custom: Custom,
  academies: readonly Academy[],
  year: AcademicYear,
  place: 0 | 1,
): Review[] =>
  custom.standings.flatMap((standing, index) => {
    const academy = academies.find(({ urn }) => urn === standing.urn);
    if (!academy) throw new Error(`There is no academy ${standing.urn}.`);
    return wasThere(standing, place) ? [agreedRecord({ custom, year, place, academy, index, standing })] : [];
  });
