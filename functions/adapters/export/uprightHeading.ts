import type { ContentSvg } from 'pdfmake/interfaces';
import { ink } from './pdfParts';
import { family } from './pdfFile';

const fontSize = 6.5;
const lineHeight = 8;
/** Characters that fit into the height of the heading. */
const lineLength = 24;
export const headingHeight = 104;

const withWord = (lines: readonly string[], word: string): string[] => {
  const current = lines[lines.length - 1];
  if (current === undefined || current.length + word.length + 1 > lineLength) return [...lines, word];
  return [...lines.slice(0, -1), `${current} ${word}`];
};

/** A name in lines of few enough characters; a word that is longer stands alone. */
export const linesOf = (name: string): string[] => name.split(' ').reduce<string[]>(withWord, []);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A heading written upwards, as on the screen: twenty-eight columns fit on a page. */
export const uprightHeading = (name: string, width: number): ContentSvg => {
  const lines = linesOf(name);
  const first = (width - lines.length * lineHeight) / 2 + lineHeight - 2;
  const texts = lines.map(
    (text, at) =>
      `<text transform="translate(${first + at * lineHeight} ${headingHeight - 2}) rotate(-90)" font-family="${family}" font-weight="bold" font-size="${fontSize}" fill="${ink}">${escaped(text)}</text>`,
  );
  return { svg: `<svg width="${width}" height="${headingHeight}">${texts.join('')}</svg>`, width };
};
