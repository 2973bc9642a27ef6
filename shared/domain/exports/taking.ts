import type { Who } from '../../schema/views';
import { whoWords } from '../whoWords';
import { formatInstant } from '../words';
import type { SheetFact } from './sheet';

/** Who takes an export, of which trust's lists, and when. */
export interface Taking {
  readonly trustName: string;
  readonly by: Pick<Who, 'name' | 'jobTitle'>;
  readonly at: string;
}

/** Where an export comes from and who took it: the last facts of every one. */
export const takingFacts = ({ trustName, by, at }: Taking): SheetFact[] => [
  { label: 'Source', words: `Assured, from the SharePoint lists of ${trustName}` },
  { label: 'Exported by', words: whoWords(by) },
  { label: 'Exported at', words: formatInstant(at) },
];

/** A name that every system takes: no separators, no control or reserved characters, at most 100 characters. */
export const fileNameOf = (...parts: readonly string[]): string => {
  const name = parts
    .join(' ')
    .replaceAll('/', '-')
    .replace(/[^\p{L}\p{N} .,'’()&-]/gu, '')
    .replace(/\s+/g, ' ')
    .slice(0, 100)
    .replace(/^[ .]+|[ .]+$/g, '');
  return name === '' ? 'Export' : name;
};
