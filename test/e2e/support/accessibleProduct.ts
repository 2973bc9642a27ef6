import type { Frame } from 'playwright-core';
import type { Part } from '../../../local/sample/cast';
import { knownAs } from '../../../local/sample/cast';
import { yearInPath } from '../../../shared/domain/words';
import { frameOf, settled } from './accessible';
import { alder, birch, cedar, elm, type Facts } from './everyPage';
import * as prepared from './prepared';
import { productFor } from './product';
import { editInSharePoint } from './sharePoint';
import { storeNextVersion } from './storeVersion';
import { until, type Place, type Seat } from './teams';
import { teamsOf } from './teamsApi';

/** The product with something to see on every page, and people whose seats are kept from one test to the next. */
export const accessibleProduct = (firstPort: number) => {
  const { running, sitDown } = productFor(firstPort);
  const seats = new Map<Part, Seat>();
  let facts: Facts | undefined;

  const seatOf = async (part: Part): Promise<Seat> => {
    const known = seats.get(part) ?? (await sitDown(part, { chat: false, width: 1280 }));
    seats.set(part, known);
    return known;
  };

  const opened = async (part: Part, place: Place): Promise<{ seat: Seat; frame: Frame }> => {
    const seat = await seatOf(part);
    await seat.page.setViewportSize({ width: 1280, height: 900 });
    await seat.go({ chat: false, theme: 'light', ...place });
    const frame = await frameOf(seat);
    await settled(frame);
    return { seat, frame };
  };

  /** A second version of the model, and an academy that somebody changed in SharePoint: both are read by address. */
  const administered = async (): Promise<Pick<Facts, 'model' | 'handEdit'>> => {
    const { system } = running();
    const teams = teamsOf(system);
    await storeNextVersion(system, firstPort, 'combinedAssurance', (framework) => ({
      ...framework,
      name: 'Combined assurance, revised',
    }));
    const { currentYear, framework } = await prepared.sessionOf(teams, 'administrator');
    await editInSharePoint(system, firstPort, { list: 'Academies', key: '100006', fields: { Title: 'Rowan Primary' } });
    await until('the hand edit is seen', async () => (await prepared.administrationOf(teams)).handEdits.length > 0);
    const [edit] = (await prepared.administrationOf(teams)).handEdits;
    if (!edit) throw new Error('Nobody sees the hand edit.');
    return {
      model: { year: yearInPath(currentYear), code: framework.code, version: framework.version + 1 },
      handEdit: { list: edit.list, item: edit.item },
    };
  };

  beforeAll(async () => {
    const teams = teamsOf(running().system);
    const settledPeriod = (await prepared.sessionOf(teams, 'director')).meetingPeriod;
    if (!settledPeriod) throw new Error('The sample has nothing settled.');
    const period = await prepared.openPeriod(teams);
    await prepared.judgeAll(teams, period, alder, 'attendance');
    await prepared.judgeAll(teams, period, birch);
    await prepared.sendReview(teams, period, birch);
    await prepared.judgeAll(teams, period, cedar);
    const change = await prepared.propose(teams, birch, 'improve');
    const approving = await prepared.propose(teams, elm, 'sustain');
    await prepared.agreeTo(teams, 'elmHead', approving);
    const person = knownAs('governor').id;
    facts = { period, settled: settledPeriod, change, approving, person, ...(await administered()) };
  }, 300_000);

  afterAll(async () => {
    for (const seat of seats.values()) await seat.leave();
  }, 60_000);

  return {
    sitDown,
    seatOf,
    opened,
    /** What the addresses of the pages name; once everything is prepared. */
    factsOf: (): Facts => {
      if (!facts) throw new Error('Nothing is prepared yet.');
      return facts;
    },
  };
};
