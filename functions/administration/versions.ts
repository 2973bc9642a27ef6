import { listWords } from '../../shared/domain/words';
import { kinds } from '../adapters/aggregates';
import { keptUnset, readKeptVersions } from '../adapters/graph/keptVersions';
import type { VersionsKept } from '../adapters/graph/keptVersions';
import { lists } from '../adapters/graph/lists';
import type { Provisioned } from '../adapters/graph/provision';
import { createSite } from '../adapters/graph/site';
import type { AdministrationParts } from './parts';
import { done, wrong } from './parts';

const how = 'docs/lists.md, ‘Let the lists keep every version’, says how';

/** After lists were made: Graph cannot do it. */
export const stillToSet = `Please set now how many versions the new lists keep, which may be no more than ${keptUnset}: ${how}.`;

const figure = new Intl.NumberFormat('en-GB');

const wordsOf = (title: string, kept: Exclude<VersionsKept, { status: 'tooEarly' }>): string => {
  switch (kept.status) {
    case 'all':
      return `${title}: every version is kept; of the item that was written most often all ${figure.format(kept.most)}.`;
    case 'latest':
      return `${title}: only the latest ${figure.format(kept.limit)} versions of an item are kept, of ${figure.format(kept.most)}. Please set it to 50,000: ${how}. What is gone does not come back; once it is set, the number grows.`;
    case 'none':
      return `${title}: no earlier versions are kept. Please switch versions on: ${how}.`;
    case 'unclear':
      return `${title}: earlier versions of some items are gone, and what is kept now cannot be told. Please look how it is set: ${how}.`;
  }
};

/** What each list of the site keeps of its items, in words; not right where earlier versions are lost now. */
export const readVersions = async ({ client, site }: AdministrationParts): Promise<Provisioned> => {
  const place = createSite(client, site);
  const [early, lines]: [string[], string[]] = [[], []];
  let isRight = true;
  for (const kind of kinds) {
    const { title } = lists[kind];
    const list = await place.listPath(title);
    if (list === undefined) continue;
    const kept = await readKeptVersions(client, list);
    if (kept.status === 'tooEarly') early.push(title);
    else lines.push(wordsOf(title, kept));
    isRight &&= kept.status !== 'latest' && kept.status !== 'none';
  }
  const tooEarly = `Whether every version is kept cannot be told yet of ${listWords(early)}: no item there was written more than ${keptUnset} times.`;
  return (isRight ? done : wrong)(...lines, ...(early.length > 0 ? [tooEarly] : []));
};
