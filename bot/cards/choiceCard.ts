import type { Urn } from '../../shared/schema/ids';
import { count } from '../../shared/domain/words';
import { adaptiveCard, type AdaptiveCard } from './adaptiveCard';
import { heading, line, smallPrint } from './lines';
import { ask, type PromptAnswer } from './prompt';

/** A card in Teams may have six buttons. */
const mostChoices = 5;

/** Asks which academy is meant: only those are named that the reader may see. */
export const renderChoice = (
  academies: readonly { readonly urn: Urn; readonly name: string }[],
  prompt: PromptAnswer['prompt'],
): AdaptiveCard => {
  const shown = academies.slice(0, mostChoices);
  const left = academies.length - shown.length;
  const title = academies.length === 1 ? 'Is this the academy you mean?' : 'Which academy do you mean?';
  const body = [
    heading(title),
    line('Choose it below, or write more of its name.'),
    ...(left > 0
      ? [smallPrint(`There ${left === 1 ? 'is' : 'are'} ${count(left, 'more', 'more')} that it could be.`)]
      : []),
  ];
  return adaptiveCard(
    title,
    body,
    shown.map(({ urn, name }) => ask(name, { prompt, urn })),
  );
};
