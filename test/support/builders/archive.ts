import { exportTrust } from '../../../shared/application/exportTrust';
import { digestOf } from '../../../shared/application/checkArchive';
import type { Store } from '../../../shared/application/ports/store';
import { countsOf } from '../../../shared/domain/archive';
import type { Archive, ArchiveContents } from '../../../shared/schema/archive';
import { createFakeClock } from '../fakeDelivery';
import { now } from './calendar';

/** The trust that a store holds, as an archive. */
export const archiveOf = async (store: Store): Promise<Archive> => {
  const exported = await exportTrust({ store, clock: createFakeClock(now) })({ by: 'a test' });
  if (exported.status !== 'exported') throw new Error(exported.status);
  return exported.archive;
};

/** The same trust with other contents, and counts and digest that fit them: as if it had been exported so. */
export const withContents = (archive: Archive, contents: Partial<ArchiveContents>): Archive => {
  const all = { ...archive.contents, ...contents };
  return { ...archive, contents: all, counts: countsOf(all), digest: digestOf(all) };
};
