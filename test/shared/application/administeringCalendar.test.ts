import { readCalendar } from '../../../shared/application/readCalendar';
import { readOpening } from '../../../shared/application/readOpening';
import { openReviews } from '../../../shared/application/openReviews';
import { readSession } from '../../../shared/application/readSession';
import { setYearDates } from '../../../shared/application/setYearDates';
import { datesIn, nextDates, toAddYear, toMoveDates } from '../../support/builders/administering';
import { autumn } from '../../support/builders/calendar';
import { toOpen } from '../../support/builders/commands';
import { commandId, thisYear, urn } from '../../support/builders/ids';
import { outcomeOf, valueOf } from '../../support/builders/outcome';
import { ada, alder, birch, cedar, dana, primaryDirector } from '../../support/builders/people';
import { openReview } from '../../support/builders/reviews';
import { createTrust } from '../../support/builders/trust';

describe('the calendar', () => {
  it('tells what is judged when, what has records, and which year comes next', async () => {
    const trust = await createTrust({ reviews: [openReview()] });
    const calendar = valueOf(await readCalendar(trust)(ada.id));
    expect(calendar.years.map(({ year, kind }) => [year, kind])).toEqual([
      ['2025/26', 'term'],
      ['2026/27', 'term'],
    ]);
    expect(calendar.recorded).toEqual([{ ...autumn, records: 1 }]);
    expect(calendar.next).toMatchObject({ year: '2027/28', kind: 'term' });
    expect(calendar.history).toEqual([]);
  });

  it('has one year more, in every session, and says who added it', async () => {
    const trust = await createTrust();
    const calendar = valueOf(await setYearDates(trust)(ada.id, toAddYear()));
    expect(calendar.next.year).toBe('2028/29');
    expect(calendar.history.map(({ text, by }) => [text, by.name])).toEqual([['added 2027/28', 'Ada Admin']]);
    const { years, periods } = valueOf(await readSession(trust)(dana.id));
    expect(years[2]).toMatchObject({ year: '2027/28', terms: nextDates.terms, closedOn: nextDates.closedOn });
    expect(periods.at(-1)).toMatchObject({ year: '2027/28', period: 'summer', endsOn: '2028-07-21' });
  });

  it('is written once where a command arrives twice, and never over somebody else’s dates', async () => {
    const trust = await createTrust();
    valueOf(await setYearDates(trust)(ada.id, toMoveDates()));
    const writes = trust.store.calls.replace;
    expect(outcomeOf(await setYearDates(trust)(ada.id, toMoveDates()))).toBe('accepted');
    const late = toMoveDates({
      commandId: commandId('late'),
      dates: { ...datesIn(thisYear), closedOn: ['2027-05-03'] },
    });
    expect(outcomeOf(await setYearDates(trust)(ada.id, late))).toBe('calendar.changed-since');
    const elsewhere = toAddYear({ commandId: toMoveDates().commandId });
    expect(outcomeOf(await setYearDates(trust)(ada.id, elsewhere))).toBe('command.reused');
    expect(trust.store.calls.replace).toBe(writes);
  });

  it('lets nothing that is judged begin on another day', async () => {
    const trust = await createTrust({ reviews: [openReview()] });
    const present = datesIn(thisYear);
    const terms = present.terms.map((term) => (term.term === 'autumn' ? { ...term, startsOn: '2026-09-03' } : term));
    expect(outcomeOf(await setYearDates(trust)(ada.id, toMoveDates({ dates: { ...present, terms } })))).toBe(
      'calendar.has-records',
    );
  });
});

describe('opening a period for several academies', () => {
  const academies = [alder, { ...birch, joinedOn: '2027-01-04' }, { ...cedar, leftOn: '2026-11-30' }];

  it('tells beforehand which are open already, join later or have left', async () => {
    const trust = await createTrust({ academies, reviews: [openReview()] });
    const opening = valueOf(await readOpening(trust)(ada.id, autumn));
    expect(opening).toMatchObject({ ...autumn, record: 'review', startsOn: '2026-09-02', endsOn: '2026-12-18' });
    expect(opening.academies.map(({ name, state }) => [name, state])).toEqual([
      ['Alder Academy', 'open'],
      ['Birch Academy', 'joinsLater'],
      ['Cedar Academy', 'left'],
    ]);
  });

  it('shows a director of a phase their academies only', async () => {
    const trust = await createTrust();
    const { academies: theirs } = valueOf(await readOpening(trust)(primaryDirector.id, autumn));
    expect(theirs.map(({ name, state }) => [name, state])).toEqual([['Alder Academy', 'toOpen']]);
  });

  it('opens those that are named, whatever else could be, and is safe to repeat', async () => {
    const trust = await createTrust();
    const command = toOpen({ academies: [urn.alder, urn.cedar] });
    expect(valueOf(await openReviews(trust)(ada.id, command))).toMatchObject({
      opened: [urn.cedar, urn.alder],
      alreadyOpen: [],
    });
    expect(valueOf(await openReviews(trust)(ada.id, command))).toMatchObject({ opened: [] });
    const { academies: left } = valueOf(await readOpening(trust)(ada.id, autumn));
    expect(left.filter(({ state }) => state === 'toOpen').map(({ name }) => name)).toEqual(['Birch Academy']);
  });

  it('opens nothing for an academy that the actor may not open it for, or that is not in the trust by then', async () => {
    const trust = await createTrust({ academies });
    const all = academies.map((academy) => academy.urn);
    expect(valueOf(await openReviews(trust)(ada.id, toOpen({ academies: all }))).opened).toEqual([urn.alder]);
    const primary = await createTrust();
    const { opened } = valueOf(await openReviews(primary)(primaryDirector.id, toOpen({ academies: all })));
    expect(opened).toEqual([urn.alder]);
  });
});
