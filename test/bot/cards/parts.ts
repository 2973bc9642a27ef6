import { z } from 'zod';

/** What tests look at of a rendered card, whatever it is made of. */

const Node = z.looseObject({ type: z.string() });
type Node = z.infer<typeof Node>;

const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** Every element, input, run and action, unfolding cards included; a fallback is not shown beside its action. */
export const nodesOf = (value: unknown): Node[] => {
  if (isList(value)) return value.flatMap(nodesOf);
  const node = Node.safeParse(value);
  if (!node.success) return [];
  const shown = Object.entries(node.data).filter(([name]) => name !== 'fallback' && name !== 'data');
  return [node.data, ...shown.flatMap(([, part]) => nodesOf(part))];
};

const ofType = (card: unknown, ...types: string[]): Node[] => nodesOf(card).filter(({ type }) => types.includes(type));

const text = z.string().catch('');

/** Every line of a card, top to bottom, as plain text; folded ones too. */
export const linesOf = (card: unknown): string[] =>
  ofType(card, 'TextBlock', 'RichTextBlock').map((node) => {
    const runs = isList(node['inlines']) ? node['inlines'].map((run) => text.parse(Node.parse(run)['text'])) : [];
    return [text.parse(node['text']), ...runs].join('').replaceAll('\u00a0', ' ');
  });

/** The lines that somebody reads before they unfold anything. */
export const seenLinesOf = (card: unknown): string[] => {
  const { body } = z.object({ body: z.array(Node) }).parse(card);
  return linesOf(body.filter((element) => element['isVisible'] !== false));
};

export const textBlocksOf = (card: unknown): Node[] => ofType(card, 'TextBlock');

export const inputsOf = (card: unknown): Node[] => nodesOf(card).filter(({ type }) => type.startsWith('Input.'));

/** Everything that can be pressed and leads somewhere: what only folds is no decision. */
export const actionsOf = (card: unknown): Node[] =>
  nodesOf(card).filter(({ type }) => type.startsWith('Action.') && type !== 'Action.ToggleVisibility');

export const titlesOf = (card: unknown): string[] => actionsOf(card).map((action) => text.parse(action['title']));

const Execute = z.object({
  type: z.literal('Action.Execute'),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
  fallback: z.object({ type: z.literal('Action.Submit'), title: z.string(), data: z.record(z.string(), z.unknown()) }),
});
export type Execute = z.infer<typeof Execute>;

export const decisionsOf = (card: unknown): Execute[] =>
  ofType(card, 'Action.Execute').map((action) => Execute.parse(action));

export const decisionCalled = (card: unknown, title: string): Execute => {
  const found = decisionsOf(card).find((action) => action.title === title);
  if (!found) throw new Error(`No button '${title}' among: ${titlesOf(card).join(', ')}`);
  return found;
};

export const linksOf = (card: unknown): string[] =>
  ofType(card, 'Action.OpenUrl').map((action) => z.string().parse(action['url']));
