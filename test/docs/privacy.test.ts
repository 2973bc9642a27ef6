import { kinds } from '../../functions/adapters/aggregates';
import { lists } from '../../functions/adapters/graph/lists';
import { tableNames } from '../../functions/adapters/storage/deliveryTables';
import { poisonQueueName } from '../../functions/adapters/storage/poisonQueue';
import { announcementsQueue } from '../../functions/adapters/storage/queueNotifier';
import { tidySchedule } from '../../functions/timers/tidy';
import { cardsKeptForDays } from '../../shared/application/tidyDelivery';
import { readText } from './pages';

const page = readText('docs/privacy.md');

/** From a heading to the next of its kind or above. */
const section = (heading: string): string => {
  const from = page.indexOf(`\n${heading}\n`);
  if (from < 0) throw new Error(`There is no ${heading}.`);
  const [, ...rest] = page.slice(from + 1).split(/^(?=#{2,3} )/m);
  return page.slice(from, page.length - rest.join('').length);
};
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
const named = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);
/** 'table sentcards'; where nothing else is said it is a list. */
const placesIn = (where = ''): string[] => {
  const [kind] = /table|queue/.exec(where) ?? ['list'];
  return named(where).map((name) => `${kind} ${name}`);
};
const daysIn = (text = ''): number[] => [...text.matchAll(/(\d+) days/g)].map(([, days]) => Number(days));

const [, , ...map] = rowsOf(section('## The data map'));
const inMap = (place: string): readonly string[] => map.find(([, , where]) => placesIn(where).includes(place)) ?? [];

describe('the data map', () => {
  it('names every list, table and queue, and nothing that is none', () => {
    const places = [
      ...kinds.map((kind) => `list ${lists[kind].title}`),
      ...tableNames.map((name) => `table ${name}`),
      ...[announcementsQueue, poisonQueueName].map((name) => `queue ${name}`),
    ];
    expect([...new Set(map.flatMap(([, , where]) => placesIn(where)))].sort()).toEqual(places.sort());
  });

  it('says of each what, of whom, why, how long, and who sees it', () => {
    expect(map.length).toBeGreaterThan(10);
    expect(map.filter((row) => row.length !== 6 || row.includes(''))).toEqual([]);
  });

  it('keeps what was sent as long as the code does, and telemetry as long as the workspace', () => {
    expect(daysIn(inMap('table sentcards')[4])).toEqual([cardsKeptForDays]);
    const [retention] = /^var keptForDays = (\d+)$/m.exec(readText('infra/monitoring.bicep'))?.slice(1) ?? [];
    const telemetry = map.find(([, , where]) => where?.startsWith('Application Insights'));
    expect(daysIn(telemetry?.[4])).toEqual([Number(retention)]);
  });
});

describe('what is dropped', () => {
  it('goes after the days, and at the time, that the code says', () => {
    const tables = section('### In the tables');
    expect(new Set([...daysIn(tables), ...daysIn(readText('docs/decisions/0022-what-is-kept-goes.md'))])).toEqual(
      // News is no older than 14 days.
      new Set([cardsKeptForDays, 14]),
    );
    const [, minute = '', hour = ''] = tidySchedule.split(' ');
    expect(tables).toContain(`${hour.padStart(2, '0')}:${minute} UTC`);
  });
});

describe('access and erasure', () => {
  const rights = section('## Subject access and other rights');

  it('name the commands and the query that there are', () => {
    for (const command of ['export', 'person -- about OBJECT-ID', 'person -- forget OBJECT-ID'])
      expect(rights).toContain(`\`npm run ${command}\``);
    const [, query = ''] = /the query\]\(operations\/telemetry\.md#queries\) _([^_]+)_/.exec(rights) ?? [];
    expect(query).not.toBe('');
    expect(readText('docs/operations/telemetry.md')).toContain(`**${query}**`);
  });
});
