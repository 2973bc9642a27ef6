import type { Colour, Container, Element, RichTextBlock, Spacing, TextBlock, TextRun } from './adaptiveCard';
import { clip, escapeMarkdown, literal } from './text';

/** Names and sentences are never longer than this on a card; the tab shows them in full. */
const longestLine = 240;
/** What somebody wrote at length: enough to decide on, short enough to reach the buttons on a phone. */
const longestWords = 400;

/** The first thing on a card. A heading has to be a TextBlock, which reads markdown: hence escaped. */
export const heading = (text: string): TextBlock => ({
  type: 'TextBlock',
  text: escapeMarkdown(clip(text, longestLine)),
  wrap: true,
  size: 'large',
  weight: 'bolder',
  style: 'heading',
});

/** The title of a part, in the product's own words. */
export const subheading = (text: string): TextBlock => ({
  type: 'TextBlock',
  text: escapeMarkdown(clip(text, longestLine)),
  wrap: true,
  weight: 'bolder',
  spacing: 'medium',
});

type Look = Omit<TextRun, 'type' | 'text'>;

export const run = (text: string, look: Look = {}, longest = longestLine): TextRun => ({
  type: 'TextRun',
  text: literal(clip(text, longest)),
  ...look,
});

export const boldRun = (text: string): TextRun => run(text, { weight: 'bolder' });

/** What a person wrote, as they wrote it. */
export const wordsRun = (text: string): TextRun => run(text, {}, longestWords);

/** Runs are never read as markdown, by any client: the place for names and for what people wrote. */
export const runs = (inlines: readonly TextRun[], spacing: Spacing = 'small'): RichTextBlock => ({
  type: 'RichTextBlock',
  inlines,
  spacing,
});

export const line = (text: string, spacing: Spacing = 'small'): RichTextBlock => runs([run(text)], spacing);

export const boldLine = (text: string, spacing: Spacing = 'small'): RichTextBlock => runs([boldRun(text)], spacing);

/** Why somebody receives the card, as-at times. */
export const smallPrint = (text: string, spacing: Spacing = 'small'): RichTextBlock =>
  runs([run(text, { size: 'small', isSubtle: true })], spacing);

/** A comment with its author, set apart from the card's own words. */
export const quotation = (comment: { readonly by: string; readonly text: string }): Container => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'medium',
  items: [boldLine(`${comment.by} wrote`), runs([wordsRun(comment.text)])],
});

/** At most `most` of the items, then how many are left for the tab to show. */
export const firstFew = <T>(
  items: readonly T[],
  most: number,
  show: (item: T) => Element,
  rest = (n: number): string => `and ${n} more`,
): Element[] => {
  const shown = items.length === most + 1 ? items : items.slice(0, most);
  const left = items.length - shown.length;
  return [...shown.map(show), ...(left > 0 ? [smallPrint(rest(left))] : [])];
};

/** What happened to what somebody just tried; stands above everything else. */
export interface Notice {
  readonly tone: 'refused' | 'information';
  readonly text: string;
}

const notices = {
  refused: { style: 'warning', color: 'warning', symbol: '⚠' },
  information: { style: 'emphasis', color: 'default', symbol: 'ℹ' },
} satisfies Record<Notice['tone'], { style: Container['style']; color: Colour; symbol: string }>;

export const noticeBox = ({ tone, text }: Notice): Container => ({
  type: 'Container',
  style: notices[tone].style,
  items: [runs([run(`${notices[tone].symbol} `, { color: notices[tone].color, weight: 'bolder' }), run(text)])],
});
