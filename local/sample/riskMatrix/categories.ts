import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Framework } from '../../../shared/schema/framework';
import type { Academy, Person } from '../../../shared/schema/people';
import type { Review } from '../../../shared/schema/review';
import { addDays } from '../../../shared/domain/day';
import { headIn } from '../cast';
import type { SampleYears } from '../sample';
import { agreedChange, inTurn } from '../yearly/changes';
import { people } from './people';

interface Placing {
  readonly urn: string;
  readonly when: 'yearBefore' | 'lastYear';
  readonly to: string;
  readonly why: string;
  readonly headSays: string;
}

/** The final current status of the year before last, and what changed with last year's matrix. */
const placings: readonly Placing[] = [
  {
    urn: '100001',
    when: 'yearBefore',
    to: 'category1',
    why: 'Good in every area, and steady over three years.',
    headSays: 'I agree.',
  },
  {
    urn: '100002',
    when: 'yearBefore',
    to: 'category2',
    why: 'Below its earlier Ofsted judgement in education, leadership and early years: targeted support.',
    headSays: 'I agree. Specialist support in mathematics would help most.',
  },
  {
    urn: '100003',
    when: 'yearBefore',
    to: 'category1',
    why: 'Outstanding in most areas; its leaders can give to the Trust.',
    headSays: 'I agree.',
  },
  {
    urn: '100004',
    when: 'yearBefore',
    to: 'category1',
    why: 'Securely good, with results at the average.',
    headSays: 'I agree.',
  },
  {
    urn: '100005',
    when: 'yearBefore',
    to: 'category2',
    why: 'Good in all areas, but only for a year: targeted support until results have held.',
    headSays: 'I agree; I expect that we shall soon talk again.',
  },
  {
    urn: '100006',
    when: 'yearBefore',
    to: 'category3',
    why: 'Inadequate in four areas: intensive support, with more leadership capacity and a rapid improvement plan.',
    headSays: 'I agree.',
  },
  {
    urn: '100004',
    when: 'lastYear',
    to: 'category2',
    why: 'Behaviour and leadership require improvement, so the academy does not meet its existing Ofsted judgement.',
    headSays: 'I agree, with the behaviour hub from January.',
  },
  {
    urn: '100005',
    when: 'lastYear',
    to: 'category1',
    why: 'Results held for a second year, and leadership and safeguarding are outstanding: securely good.',
    headSays: 'I agree.',
  },
];

interface Telling {
  readonly framework: Framework;
  readonly years: SampleYears;
  readonly academies: readonly Academy[];
  readonly records: readonly Review[];
  readonly directorOf: (academy: Academy) => Person;
  /** The Monday on which a year's risk assessments open. */
  readonly opensOn: (year: SampleYears['lastYear']) => string;
}

/** Each status is proposed by the phase's director on the year's matrix and agreed by head and CEO. */
export const categoryChanges = (telling: Telling): CategoryChange[] =>
  inTurn(placings, ({ urn, when, to, why, headSays }, n, before) => {
    const { framework, years, records, academies } = telling;
    const academy = academies.find((each) => each.urn === urn);
    if (!academy) throw new Error(`There is no academy ${urn}.`);
    const opened = telling.opensOn(years[when]);
    const evidence = records.find((record) => record.urn === urn && record.year === years[when].year);
    const agreeing = {
      monday: addDays(opened, 21),
      director: telling.directorOf(academy),
      head: headIn(Object.values(people), academy),
      ceo: people.ceo,
      headSays,
      ceoSays: 'Agreed by the three of us.',
    };
    const wanted = { n, urn, to, route: 'agreed', why, effectiveFrom: addDays(opened, 56) };
    return agreedChange({ framework, years: years.all, before, evidence }, wanted, agreeing);
  });
