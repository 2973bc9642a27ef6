import { importMissing } from '../../shared/application/importMissing';
import type { ImportedMissing, Left } from '../../shared/application/importMissing';
import { archiveKinds, listNames } from '../../shared/domain/archive';
import { count, listWords } from '../../shared/domain/words';
import type { Provisioned } from '../adapters/graph/provision';
import { badArchive, editedWords, frameworksOf, headWords, metOthersWords, readableStore, someOf } from './archives';
import { examineArchive } from './archiveFile';
import { provisionFor } from './frameworks';
import type { AdministrationParts } from './parts';
import { done, wrong } from './parts';

/** So many of a list are named; of the rest only how many they are. */
const named = 5;

const keysWords = (keys: readonly string[]): string =>
  listWords(keys.length <= named ? keys : [...keys.slice(0, named), `${keys.length - named} more`]);

const leftWords = ({ kind, differing, notInArchive }: Left): readonly string[] => [
  ...(differing.length > 0
    ? [
        `${listNames[kind]}: left ${count(differing.length, 'record')} as it is now, other than in the archive: ${keysWords(differing)}.`,
      ]
    : []),
  ...(notInArchive.length > 0
    ? [
        `${listNames[kind]}: left ${count(notInArchive.length, 'record')} that the archive does not have: ${keysWords(notInArchive)}.`,
      ]
    : []),
];

const outcomeWords = (outcome: ImportedMissing): Provisioned => {
  switch (outcome.status) {
    case 'imported':
    case 'checked': {
      const { counts, missing, left } = outcome;
      const [wrote, verb] = outcome.status === 'imported' ? ['Wrote', 'wrote'] : ['Would write', 'would write'];
      return done(
        ...archiveKinds.flatMap((kind) =>
          missing[kind] > 0 ? [`${listNames[kind]}: ${verb} ${count(missing[kind], 'record')}.`] : [],
        ),
        ...left.flatMap(leftWords),
        `${wrote} ${count(counts.created, 'record')}; ${counts.alreadyThere} were there already, the same as in the archive.`,
      );
    }
    case 'editedByHand':
      return wrong(...editedWords('written', outcome.edits));
    case 'notFitting':
      return wrong(
        'What is missing does not fit what is there, so nothing was written:',
        ...someOf(outcome.mistakes.map((mistake) => `  ${mistake}`)),
        'Please put this right in Assured first, or take a later backup.',
      );
    case 'metOthers':
      return wrong(...metOthersWords(outcome.found));
  }
};

/**
 * Brings back what a site in use lacks, lists and columns included. All of it is held against what is there before
 * anything is made; a record that is there is never changed.
 */
export const bringBackFromFile = async (
  parts: AdministrationParts,
  file: string,
  { dryRun }: { readonly dryRun: boolean },
): Promise<Provisioned> => {
  const { archive, mistakes } = examineArchive(file);
  if (!archive) return badArchive(mistakes);
  const planned = await importMissing({ store: await readableStore(parts) })(archive, { dryRun: true });
  if (planned.status !== 'checked') return outcomeWords(planned);
  const provisioned = await provisionFor(parts, frameworksOf(archive), { dryRun });
  if (!provisioned.ok) return provisioned;
  let written = 0;
  const report = (more: number): void => {
    written += more;
    parts.tell?.(`${written} records written`);
  };
  const outcome = outcomeWords(dryRun ? planned : await importMissing(parts)(archive, { report }));
  return { ok: outcome.ok, lines: [...headWords(archive), ...provisioned.lines, ...outcome.lines] };
};
