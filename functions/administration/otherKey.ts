import { count } from '../../shared/domain/words';
import type { HandEdit } from '../../shared/application/ports/store';

/** Where records carry the seal of a key that this command was not given: how many, and what to check. */
export const otherKeyWords = (edits: readonly HandEdit[]): readonly string[] => {
  const sealed = edits.filter(({ otherKey }) => otherKey === true).length;
  if (sealed === 0) return [];
  return [
    `${count(sealed, 'record carries', 'records carry')} the seal of another key. Nothing is lost, and nothing is written over.`,
    'Please check CHECK_KEY: it must be the app’s own. Where the key was changed, CHECK_KEY_BEFORE must be the one from',
    'before, until reseal has sealed every record anew.',
  ];
};
