import { CategoryCode, Urn, Year } from '../../../../shared/schema/ids';
import { SupportLine, type PlannedWindow, type SupportView } from '../../../../shared/schema/supportViews';
import { comingSupport, itemsNow } from '../../../../tabs/features/academy/comingSupport';

const window = (standing: PlannedWindow['standing'], by: string): PlannedWindow => ({
  label: '',
  from: by,
  by,
  standing,
});
const line = (text: string, ...planned: PlannedWindow[]): SupportLine =>
  SupportLine.parse({
    code: 'visit',
    strand: 'HR',
    kind: 'core',
    text,
    cadence: '',
    because: [],
    planned,
    allowances: [],
  });
const stretch = (from: string, until: string, ...lines: SupportLine[]): SupportView['stretches'][number] => ({
  category: { code: CategoryCode.parse('repair'), name: 'Repair', tone: 'caution', symbol: '◆' },
  ...{ since: from, from, until, lines },
});
const view = (...stretches: SupportView['stretches']): SupportView => ({
  ...{ urn: Urn.parse('100001'), year: Year.parse('2026/27'), asAt: '2026-11-20T10:00:00Z' },
  ...{ academyName: 'Alder Academy', categoryWord: 'category', stretches },
});

const earlier = stretch('2026-09-01', '2026-10-31', line('Before', window('past', '2026-10-01')));
const present = stretch(
  ...(['2026-11-01', '2027-08-31'] as const),
  line('Later', window('past', '2026-11-02'), window('next', '2027-01-08'), window('later', '2027-02-08')),
  line('Soon', window('now', '2026-11-27')),
  line('On request'),
);

it('tells of the present part of the year each item’s window to look at now, the first to end in front', () => {
  expect(comingSupport(view(earlier, present)).map(({ text, window: { by } }) => [text, by])).toEqual([
    ['Soon', '2026-11-27'],
    ['Later', '2027-01-08'],
  ]);
  expect(itemsNow(view(earlier, present))).toBe(3);
});

it('has nothing to come where the year is over or brings nothing', () => {
  expect(comingSupport(view(earlier))).toEqual([]);
  expect([comingSupport(view()), itemsNow(view())]).toEqual([[], 0]);
});
