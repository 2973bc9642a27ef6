import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import type { Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import { addDays, mondayOf } from '../../../shared/domain/day';
import type { SampleYears } from '../sample';
import { agreedChange, inTurn } from '../yearly/changes';
import { people } from './people';

interface Placing {
  readonly urn: string;
  readonly head: Person;
  /** When: the annual round of the year before last or of last year, or last year's summer. */
  readonly when: 'yearBefore' | 'lastYear' | 'summer';
  readonly to: string;
  readonly why: string;
  readonly headSays: string;
  readonly disagreed?: { readonly headSays: string; readonly why: string };
}

const placings: readonly Placing[] = [
  {
    urn: '100001',
    head: people.alderHead,
    when: 'yearBefore',
    to: 'category1',
    why: 'Expected or strong in every area, with leaders who know their academy.',
    headSays: 'I agree.',
  },
  {
    urn: '100002',
    head: people.birchHead,
    when: 'yearBefore',
    to: 'category3',
    why: 'Achievement and attendance need urgent improvement, and leadership has changed twice.',
    headSays: 'I agree. We need the hands.',
  },
  {
    urn: '100003',
    head: people.cedarHead,
    when: 'yearBefore',
    to: 'category1',
    why: 'Strong in every area; its leaders already help two other academies.',
    headSays: 'I agree.',
  },
  {
    urn: '100004',
    head: people.elmHead,
    when: 'yearBefore',
    to: 'category1',
    why: 'Expected in every area and a strong curriculum. The larger intake is to be watched.',
    headSays: 'I agree.',
  },
  {
    urn: '100005',
    head: people.hawthornHead,
    when: 'yearBefore',
    to: 'category2',
    why: 'Sound in most areas; inclusion needs targeted support, and the last inspection asked for improvement.',
    headSays: 'I agree, and hope that it is for a year only.',
  },
  {
    urn: '100006',
    head: people.rowanHead,
    when: 'yearBefore',
    to: 'category3',
    why: 'Safeguarding is not met and four areas need urgent improvement: intensive support from now on.',
    headSays: 'I agree.',
  },
  {
    urn: '100004',
    head: people.elmHead,
    when: 'lastYear',
    to: 'category2',
    why: 'Attendance and behaviour need attention, and the curriculum is less strong than last year.',
    headSays: 'With the review after two terms I can agree.',
    disagreed: {
      headSays: 'I do not agree. One year group explains most of it, and our plan for it has only begun.',
      why: 'Attendance and behaviour need attention in three year groups, not one. We look again after two terms, and the behaviour hub is there if the academy asks.',
    },
  },
  {
    urn: '100005',
    head: people.hawthornHead,
    when: 'lastYear',
    to: 'category1',
    why: 'Inclusion is at the expected standard and four areas are strong: targeted support is no longer needed.',
    headSays: 'I agree. Thank you to the MAT SENCo.',
  },
  {
    urn: '100002',
    head: people.birchHead,
    when: 'summer',
    to: 'category2',
    why: 'No area needs urgent improvement any more. Achievement and attendance still need attention, so targeted support stays.',
    headSays: 'I agree. Please let the progress meetings go on as they are.',
  },
];

interface Telling {
  readonly framework: Framework;
  readonly years: SampleYears;
  readonly records: readonly Review[];
  /** The Monday on which a year's risk assessments open. */
  readonly opensOn: (year: SampleYears['lastYear']) => string;
}

/** The annual rounds take effect after the half-term holiday; the change in the summer three weeks later. */
const datesOf = ({ when }: Placing, { years, opensOn }: Telling) => {
  const year = when === 'yearBefore' ? years.yearBefore : years.lastYear;
  const autumn = opensOn(year);
  const summer = addDays(mondayOf(year.terms[2]?.startsOn ?? ''), 7);
  return when === 'summer'
    ? { year, monday: summer, effectiveFrom: addDays(summer, 28) }
    : { year, monday: addDays(autumn, 21), effectiveFrom: addDays(autumn, 56) };
};

/** Every category of the two years, each proposed on the year's risk assessment and agreed by head and CEO. */
export const categoryChanges = (telling: Telling): CategoryChange[] =>
  inTurn(placings, (placing, n, before) => {
    const { urn, to, when, why, head, headSays, disagreed } = placing;
    const { year, monday, effectiveFrom } = datesOf(placing, telling);
    const evidence = telling.records.find((record) => record.urn === urn && record.year === year.year);
    const ground = { framework: telling.framework, years: telling.years.all, before, evidence };
    const route = when === 'summer' ? 'inYear' : 'annual';
    return agreedChange(
      ground,
      { n, urn, to, route, why, effectiveFrom },
      { monday, director: people.director, head, ceo: people.ceo, headSays, ceoSays: 'Agreed.', disagreed },
    );
  });
