import { datesAYearLater } from '../../../../shared/domain/yearDates';
import { factsOfAcademy } from '../../../../shared/domain/academyFacts';
import { AcademyFacts } from '../../../../shared/schema/academyFacts';
import { PersonFacts } from '../../../../shared/schema/people';
import {
  academyDifferences,
  academyErrors,
  draftOfAcademy,
  emptyAcademy,
  factsOfDraft,
} from '../../../../tabs/features/administer/academyDraft';
import { datesDifferences, datesErrors, datesIn, draftOfDates } from '../../../../tabs/features/administer/datesDraft';
import { byPhase, outcomeWords, stateWords } from '../../../../tabs/features/administer/openingWords';
import {
  draftOfPerson,
  emptyRole,
  factsOfPersonDraft,
  personDifferences,
  personErrors,
} from '../../../../tabs/features/administer/personDraft';
import { resolving } from '../../../../tabs/features/administer/resolving';
import { whatFollows } from '../../../../tabs/features/administer/whatFollows';
import { nextDates, toAddAcademy, toAddPerson } from '../../../support/builders/administering';
import { autumn, settings } from '../../../support/builders/calendar';
import { area, committee, group, lastYear, nextYear, thisYear, urn } from '../../../support/builders/ids';
import { alder, cedar, people } from '../../../support/builders/people';

const areas = Object.values(area).map((code) => ({ code, name: `The area ${code}`, notApplicableIn: [] }));

describe('an academy as it is typed', () => {
  it.each([factsOfAcademy(alder), factsOfAcademy(cedar), { ...toAddAcademy().facts, leftOn: '2027-08-31' }])(
    'says what it was made from: %j',
    (facts) => {
      const draft = draftOfAcademy(urn.alder, facts);
      expect(academyErrors(draft)).toEqual({});
      expect(factsOfDraft(draft, areas)).toEqual(facts);
      expect(AcademyFacts.safeParse(factsOfDraft(draft, areas)).success).toBe(true);
    },
  );

  it('says beside each field what is wrong', () => {
    expect(Object.keys(academyErrors(emptyAcademy))).toEqual(['urn', 'name', 'phase']);
    const wrong = { ...draftOfAcademy('12345', factsOfAcademy(alder)), pupils: 'many', joinedOn: '2027-01-04' };
    expect(academyErrors({ ...wrong, leftOn: '2026-12-31' })).toEqual({
      urn: expect.stringContaining('six digits') as string,
      pupils: expect.stringContaining('20,000') as string,
      leftOn: expect.stringContaining('4 January 2027') as string,
    });
  });

  it('shows where two versions differ, and nothing else', () => {
    const facts = factsOfAcademy(alder);
    const mine = { ...facts, leftOn: '2027-08-31', notApplicable: [area.attendance] };
    expect(academyDifferences(facts, mine, areas)).toEqual([
      { label: 'Last day in the trust', stored: 'no date', mine: '31 August 2027' },
      { label: 'Areas that do not apply', stored: 'every area applies', mine: 'The area attendance' },
    ]);
  });
});

describe('a person as they are typed', () => {
  it.each(people.map((person) => [person.name, person] as const))('says what it was made from: %s', (_, person) => {
    const { name, email, jobTitle, roles } = person;
    const draft = draftOfPerson({ name, email, jobTitle, roles });
    expect(personErrors(draft)).toEqual({});
    expect(factsOfPersonDraft(draft)).toEqual({ name, email, jobTitle, roles });
    expect(PersonFacts.safeParse(factsOfPersonDraft(draft)).success).toBe(true);
  });

  it('asks of each role how far it reaches', () => {
    const draft = { ...draftOfPerson(toAddPerson().facts), email: 'nobody' };
    const roles = (['', 'headTeacher', 'committeeMember', 'functionLead', 'ceo'] as const).map((role) => ({
      ...emptyRole,
      role,
    }));
    expect(Object.keys(personErrors({ ...draft, roles }))).toEqual([
      'email',
      'roles.0.role',
      'roles.1.academy',
      'roles.2.committee',
      'roles.3.groups',
    ]);
  });

  it('keeps nothing of a role that was chosen before', () => {
    const role = { ...emptyRole, role: 'committeeMember' as const, committee: committee.learning, academy: urn.alder };
    const draft = { ...draftOfPerson(toAddPerson().facts), roles: [{ ...role, groups: [group.staffing] }] };
    expect(factsOfPersonDraft(draft).roles).toEqual([{ role: 'committeeMember', committee: committee.learning }]);
  });

  it('shows where two versions differ', () => {
    const { facts } = toAddPerson();
    const names = { academies: [{ urn: cedar.urn, name: cedar.name }], groups: [] };
    expect(personDifferences(facts, { ...facts, roles: [] }, names)).toEqual([
      { label: 'Roles', stored: 'Head teacher (Cedar Academy)', mine: 'no role: sees nothing' },
    ]);
  });
});

describe('the dates of a year as they are typed', () => {
  const errors = datesErrors(nextYear, settings.years);

  it('say what they were made from', () => {
    const halfTerm = { startsOn: '2027-10-25', endsOn: '2027-10-29' };
    const dates = { ...nextDates, terms: nextDates.terms.map((term, at) => (at === 0 ? { ...term, halfTerm } : term)) };
    expect(errors(draftOfDates(dates))).toEqual({});
    expect(datesIn(draftOfDates(dates))).toEqual(dates);
  });

  it('say beside each field what is missing or does not fit', () => {
    const draft = draftOfDates(nextDates);
    const first = { startsOn: '', endsOn: '2027-12-17', halfStartsOn: '2027-10-25', halfEndsOn: '' };
    expect(Object.keys(errors({ ...draft, terms: [first, ...draft.terms.slice(1)] }))).toEqual([
      'terms.0.startsOn',
      'terms.0.halfEndsOn',
    ]);
    const late = { startsOn: '2027-09-01', endsOn: '2028-01-04', halfStartsOn: '', halfEndsOn: '' };
    const half = { ...late, endsOn: '2027-12-17', halfStartsOn: '2027-08-30', halfEndsOn: '2027-12-17' };
    expect(Object.keys(errors({ ...draft, terms: [late, ...draft.terms.slice(1)] }))).toEqual(['terms.1.startsOn']);
    expect(Object.keys(errors({ ...draft, terms: [half, ...draft.terms.slice(1)] })).sort()).toEqual([
      'terms.0.halfEndsOn',
      'terms.0.halfStartsOn',
    ]);
    expect(Object.keys(errors({ ...draft, closedOn: [{ day: '2027-12-25' }, { day: '2028-05-01' }] }))).toEqual([
      'closedOn.0.day',
    ]);
  });

  it('show where two versions differ, in words', () => {
    expect(datesDifferences(nextDates, { ...nextDates, closedOn: [] })).toEqual([
      { label: 'Closed days', stored: '1 May 2028', mine: 'none' },
    ]);
  });

  it('tell what follows, and what was before', () => {
    const years = settings.years.map((year) => ({ ...year, kind: 'term' as const }));
    const view = {
      asAt: '2026-11-20T10:00:00.000Z',
      today: '2026-11-20',
      years,
      next: { year: nextYear, dates: nextDates, kind: 'term' as const },
      recorded: [{ ...autumn, records: 3 }],
      delivery: settings.delivery,
      history: [],
    };
    const added = whatFollows(view, nextYear, nextDates);
    expect(added.periods.map(({ period, judgedBy, before }) => [period.period, judgedBy, before])).toEqual([
      ['autumn', '2027-12-03', undefined],
      ['spring', '2028-03-17', undefined],
      ['summer', '2028-07-07', undefined],
    ]);
    expect(added.schoolDaysBefore).toBeUndefined();
    expect(added.blocked).toEqual([]);
    const present = years.find(({ year }) => year === thisYear);
    if (!present) throw new Error('The calendar has this year.');
    const terms = present.terms.map((term) => (term.term === 'autumn' ? { ...term, startsOn: '2026-09-03' } : term));
    const moved = whatFollows(view, thisYear, { terms, closedOn: [] });
    expect(moved.blocked).toEqual([{ ...autumn, records: 3 }]);
    expect(moved.schoolDays).toBe((moved.schoolDaysBefore ?? 0) - 1);
    expect(moved.periods[0]?.before).toMatchObject({ startsOn: '2026-09-02' });
    expect(moved.periods[1]?.before).toBeUndefined();
    expect(whatFollows(view, lastYear, datesAYearLater(nextDates)).periods).toHaveLength(3);
  });
});

describe('opening a period', () => {
  const line = (name: string, phase: 'primary' | 'special', state: 'toOpen' | 'open' | 'left') => ({
    ...{ urn: urn.alder, name, phase, state },
    ...(state === 'left' && { leftOn: '2026-08-31' }),
  });

  it('offers each phase that has something to open', () => {
    const academies = [line('A', 'primary', 'toOpen'), line('B', 'special', 'open'), line('C', 'primary', 'left')];
    expect(byPhase(academies)).toEqual([{ phase: 'primary', urns: [urn.alder] }]);
    expect(academies.map(stateWords)).toEqual([
      'Not open yet',
      'Open already: nothing in it changes',
      'Left the trust: last day 31 August 2026',
    ]);
  });

  it('tells what became of each', () => {
    const outcome = { ...autumn, opened: [urn.alder], alreadyOpen: [urn.birch] };
    expect([urn.alder, urn.birch, urn.cedar].map((one) => outcomeWords(one, outcome))).toEqual([
      'Opened',
      'Was open already, and stays as it was',
      'Not opened',
    ]);
  });
});

it('a form’s rules are asked with the names of its fields', async () => {
  const resolver = resolving<{ rows: { day: string }[] }>(({ rows }): Record<string, string> =>
    rows[1]?.day === '' ? { 'rows.1.day': 'Please enter it.' } : {},
  );
  const options = { fields: {}, shouldUseNativeValidation: false };
  expect(await resolver({ rows: [{ day: 'a' }, { day: '' }] }, undefined, options)).toEqual({
    values: {},
    errors: { rows: [undefined, { day: { type: 'rule', message: 'Please enter it.' } }] },
  });
  const right = { rows: [{ day: 'a' }, { day: 'b' }] };
  expect(await resolver(right, undefined, options)).toEqual({ values: right, errors: {} });
});
