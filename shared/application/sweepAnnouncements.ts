import type { Matter } from '../schema/matter';
import type { Deps } from './deps';

/** How a matter is named where its announced versions are kept. */
export const nameOfMatter = ({ kind, key }: Matter): string => `${kind}:${key}`;

const kinds = ['reviews', 'categoryChanges'] as const;

/**
 * The guarantee behind the queue: every matter whose version is not the one last announced is announced again, so that
 * a process killed between the write and the notification loses nothing. Answers how many were due.
 */
export const sweepAnnouncements =
  (deps: Pick<Deps, 'store' | 'announcements' | 'notifier'>) => async (): Promise<number> => {
    const announced = await deps.announcements.all();
    const due: Matter[] = [];
    for (const kind of kinds)
      for (const { key, version } of await deps.store.rows(kind))
        if (announced.get(nameOfMatter({ kind, key })) !== version) due.push({ kind, key });
    for (const matter of due) await deps.notifier.announce(matter);
    return due.length;
  };
