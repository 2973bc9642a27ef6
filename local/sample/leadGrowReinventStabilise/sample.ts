import pack from '../../../shared/frameworks/leadGrowReinventStabilise.json';
import { inPlay } from '../../../shared/domain/inPlay';
import { firstDayOf } from '../../../shared/domain/periods';
import { Framework } from '../../../shared/schema/framework';
import type { Academy } from '../../../shared/schema/people';
import { officeColleagues, usersOf } from '../cast';
import { withPast } from '../inspections';
import type { Sample, SampleHistory, SampleYears } from '../sample';
import { academies, pasts } from './academies';
import { colleagues, people } from './people';
import { tierChanges } from './tiers';

const stored = Framework.parse(pack);
const framework = inPlay(stored);
const everybody = Object.values(people);

const joined = (academy: Academy, { thisYear }: SampleYears): Academy =>
  academy.joinedOn ? academy : { ...academy, joinedOn: firstDayOf(thisYear.year) };

/** Last year's tiers with one exceptional change, and this year's, of which some still wait. Nothing is judged here. */
const history = (years: SampleYears): SampleHistory => ({
  academies: academies.map((academy) =>
    withPast(joined(academy, years), pasts[academy.urn], { by: people.administrator, years }),
  ),
  reviews: [],
  categoryChanges: tierChanges({ framework, years }),
});

export const leadGrowReinventStabilise: Sample = {
  name: framework.name,
  framework: stored,
  people: everybody,
  users: usersOf(everybody, [...officeColleagues, ...colleagues]),
  academies,
  history,
};
